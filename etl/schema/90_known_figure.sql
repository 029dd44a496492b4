-- One row per published figure of a source, as it can be told to have changed: what it is about, and
-- a key that is the same in each release. A text stands where there is no number.
create view known_figure as
select
    source_id,
    'Openstaande vacatures' as table_label,
    null as programme_id,
    region_code,
    quarter as period,
    sector_code as key,
    sector.short_label as subject,
    cast(open_vacancies as double) as figure,
    sign,
    null as text,
    status,
    release_id,
from vacancies
inner join sector using (sector_code)
union all by name
select
    source_id,
    'Beroepsbevolking' as table_label,
    region_code,
    period,
    concat_ws(' / ', labour_force.series, counted.key) as key,
    concat_ws(', ', counted.label, label_of('series', labour_force.series)) as subject,
    case counted.key
        when 'labour_force' then labour_force.labour_force
        when 'employed' then employed
        when 'unemployed' then unemployed
        else unemployment_pct
    end as figure,
    sign,
    status,
    release_id,
from labour_force
cross join (
    values
        ('labour_force', 'beroepsbevolking'),
        ('employed', 'werkzaam'),
        ('unemployed', 'werkloos'),
        ('unemployment_pct', 'werkloosheid (%)')
) as counted (key, label)
union all by name
select
    source_id,
    'Werkzame personen' as table_label,
    region_code,
    period,
    occupation_code as key,
    occupation.label as subject,
    employed as figure,
    sign,
    status,
    release_id,
from employment
inner join occupation using (occupation_code)
union all by name
select
    source_id,
    'Vacatures in Nederland' as table_label,
    'NL01' as region_code,
    period,
    concat_ws(' / ', series, sector_code, counted.key) as key,
    concat_ws(', ', counted.label, sector_label, series) as subject,
    case counted.key
        when 'open' then open_vacancies
        when 'created' then created_vacancies
        when 'filled' then filled_vacancies
        else vacancies_per_1000_jobs
    end as figure,
    sign,
    status,
    release_id,
from national_vacancies
cross join (
    values
        ('open', 'openstaand'),
        ('created', 'ontstaan'),
        ('filled', 'vervuld'),
        ('per_1000_jobs', 'per 1.000 banen')
) as counted (key, label)
union all by name
select
    source_id,
    'Ontstane vacatures' as table_label,
    'NL01' as region_code,
    year as period,
    concat_ws(' / ', sector_code, occupation_code) as key,
    concat_ws(', ', sector_label, occupation.label) as subject,
    created_vacancies.created_vacancies as figure,
    sign,
    status,
    release_id,
from created_vacancies
left join occupation using (occupation_code)
union all by name
select
    source_id,
    'Personen met WW' as table_label,
    region_code,
    month as period,
    series as key,
    concat_ws(', ', 'WW-uitkeringen', label_of('ww_series', series)) as subject,
    ww_benefits.ww_benefits as figure,
    sign,
    status,
    release_id,
from ww_benefits
union all by name
select
    source_id,
    if(counted = 'students', 'Studenten mbo', 'Gediplomeerden mbo') as table_label,
    region_code,
    school_year as period,
    concat_ws(' / ', mbo_level, learning_path, field_code) as key,
    concat_ws(', ', label_of('mbo_level', mbo_supply.mbo_level), label_of('learning_path', mbo_supply.learning_path), mbo_field.label) as subject,
    persons as figure,
    sign,
    status,
    release_id,
from mbo_supply
left join mbo_field using (field_code)
union all by name
select
    source_id,
    'Instroom mbo' as table_label,
    'NL01' as region_code,
    school_year as period,
    concat_ws(' / ', origin_kind, origin, mbo_level, learning_path, sectorkamer) as key,
    concat_ws(', ', origin, mbo_level, learning_path, sectorkamer) as subject,
    entrants as figure,
    sign,
    status,
    release_id,
from mbo_entrants
union all by name
select
    source_id,
    'Spanning (CBS)' as table_label,
    region_code,
    quarter as period,
    seasonally_adjusted as key,
    'vacatures per 100 werklozen' as subject,
    vacancies_per_100_unemployed as figure,
    sign,
    status,
    release_ids[1] as release_id,
from cbs_tension
union all by name
select
    source_id,
    'Spanning (UWV)' as table_label,
    region_code,
    quarter as period,
    concat_ws(' / ', uwv_group_code, counted.key) as key,
    concat_ws(', ', uwv_group.label, counted.label) as subject,
    if(counted.key = 'vacancies', open_vacancies, ww_under_6_months) as figure,
    if(counted.key = 'vacancies', vacancies_sign, ww_sign) as sign,
    status,
    release_id,
from occupation_tension
inner join uwv_group using (uwv_group_code)
cross join (values ('vacancies', 'vacatures'), ('ww', 'kortdurende WW')) as counted (key, label)
union all by name
select
    'programmes' as source_id,
    'Kenmerken' as table_label,
    programme_id,
    told.key,
    told.label as subject,
    case told.key
        when 'period'
            then
                coalesce(starts_on_text, 'begin onbekend')
                || ' – ' || coalesce(ends_on_text, 'einde onbekend')
        when 'state' then label_of('state', programme.state)
        else aim
    end as text,
    status,
    release_id,
from programme
cross join (
    values ('period', 'looptijd'), ('state', 'stand'), ('aim', 'wat het wil')
) as told (key, label)
union all by name
select
    'programmes' as source_id,
    'Doelen' as table_label,
    programme_id,
    concat_ws(' / ', indicator, target_group, phase, source_id) as key,
    concat_ws(', ', label_of('indicator', programme_target.indicator), label_of('target_group', programme_target.target_group)) as subject,
    target as figure,
    status,
    release_id,
from programme_target
union all by name
select
    'programmes' as source_id,
    'Bedragen' as table_label,
    programme_id,
    concat_ws(' / ', budget_kind, stage, funder, per, source_id) as key,
    concat_ws(', ', label_of('budget_kind', programme_budget.budget_kind), label_of('stage', programme_budget.stage), nullif(funder, ''), 'in euro') as subject,
    amount_eur as figure,
    status,
    release_id,
from programme_budget
union all by name
select
    'programmes' as source_id,
    'Resultaten' as table_label,
    programme_id,
    concat_ws(' / ', indicator, as_of_text, breakdown, category, source_id) as key,
    concat_ws(', ', indicator.label, nullif(category, ''), as_of_text) as subject,
    value as figure,
    status,
    release_id,
from programme_result
left join code_label as indicator
    on indicator.list = 'indicator' and indicator.code = programme_result.indicator;
