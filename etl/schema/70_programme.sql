-- One row per programme, of public sources or registered by itself. Dates: the text of the source,
-- its precision, and the first and last day that it can mean.
create table programme (
    programme_id text primary key,
    name text not null,
    kind text not null,
    scope text not null,
    state text not null,
    aim text not null,
    note text,
    starts_on_text text,
    starts_on_precision text,
    starts_on_first date,
    starts_on_last date,
    ends_on_text text,
    ends_on_precision text,
    ends_on_first date,
    ends_on_last date,
    action_line text,
    techniekpact_goal text,
    status text not null,
    release_id text not null,
    line integer not null,
);

-- The name of a programme.
create macro programme_name_of(an_id) as (
    select programme.name from programme where programme.programme_id = an_id
);

-- One row per programme and region it works in.
create table programme_region (
    programme_id text,
    region_code text,
    status text not null,
    primary key (programme_id, region_code),
);

-- The names of the regions that a programme works in.
create macro region_names_of(an_id) as (
    select string_agg(region_today.name, ', ' order by region_today.name)
    from programme_region
    inner join region_today using (region_code)
    where programme_region.programme_id = an_id
);

-- One row per programme and source about it: a publication, or what it says itself.
create table programme_source (
    programme_id text,
    source_id text,
    status text not null,
    primary key (programme_id, source_id),
);

-- Every publication beside every release, to be joined on both: what a table that is taken along
-- whole tells of them.
create view programme_origin as
select
    concat_ws(', ', source.publisher, source.title) as source,
    published_on,
    source.url,
    coalesce(source.retrieved_on, release.retrieved_on) as retrieved_on,
    modified_on,
    source.source_id,
    release_id,
from source
cross join release;

-- One row per programme, indicator, target group, phase and source.
create table programme_target (
    programme_id text,
    indicator text,
    target_group text,
    phase text,
    source_id text,
    target integer not null,
    unit text not null,
    precision text not null,
    relation text,
    note text,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (programme_id, indicator, target_group, phase, source_id),
);

-- One row per programme, kind of budget, stage, funder, what it is per, and source.
create table programme_budget (
    programme_id text,
    budget_kind text,
    stage text,
    funder text,
    per text,
    source_id text,
    amount_eur integer not null,
    precision text not null,
    note text,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (programme_id, budget_kind, stage, funder, per, source_id),
);

-- One row per programme, indicator, moment, breakdown, category and source.
create table programme_result (
    programme_id text,
    indicator text,
    as_of_text text,
    breakdown text,
    category text,
    source_id text,
    as_of_precision text not null,
    as_of_first date,
    as_of_last date,
    value integer,
    unit text not null,
    precision text not null,
    note text,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (programme_id, indicator, as_of_text, breakdown, category, source_id),
);


-- The Dutch name of what a result is about: a region, a programme or another category.
create macro category_label_of(a_category) as coalesce(
    region_name_of(a_category), programme_name_of(a_category), label_of('category', a_category)
);

-- One row per programme, resource, moment and source.
create table programme_resource (
    programme_id text,
    resource text,
    as_of_text text,
    source_id text,
    as_of_precision text not null,
    quantity integer,
    unit text not null,
    note text,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (programme_id, resource, as_of_text, source_id),
);

-- One row per programme, organisation, role and source.
create table programme_partner (
    programme_id text,
    organisation text,
    role text,
    source_id text,
    known_now_as text,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (programme_id, organisation, role, source_id),
);

-- One row per programme: what its sources report at all. without_result names the targets of which
-- no result in the same indicator was published.
create table programme_reported (
    programme_id text primary key,
    has_target boolean not null,
    has_result boolean not null,
    has_final_result boolean not null,
    has_budget boolean not null,
    without_result text,
    status text not null,
);

-- One row per programme, region it works in and province; an arbeidsmarktregio counts for each
-- province that it lies in today, another region for itself.
create view programme_province as
select
    programme_region.programme_id,
    programme_region.region_code as programme_region_code,
    coalesce(part.provincie_code, programme_region.region_code) as region_code,
    programme_region.status,
from programme_region
left join region_part_today as part
    on part.arbeidsmarktregio_code = programme_region.region_code;

-- Whether a programme works in one of these provinces, or in a part of it; without any, they all do.
create macro works_in(an_id, province_codes) as
    len(province_codes) = 0
    or an_id in (
        select programme_region.programme_id
        from programme_region
        where lies_in(programme_region.region_code, province_codes)
    );

-- How precise the share of a target is: at least so many of at most the target is at least that share.
create macro share_precision_of(result_precision, target_precision) as case
    when target_precision = 'exact' then result_precision
    when result_precision = 'exact'
        then
            case target_precision
                when 'at_least' then 'at_most'
                when 'at_most' then 'at_least'
                else target_precision
            end
    when (result_precision, target_precision)
        in (('at_least', 'at_most'), ('at_most', 'at_least'))
        then result_precision
end;

-- How sure it is that a result is final, of the day it is known of and the end of its programme.
create macro result_kind_of(as_of_last, as_of_precision, ends_on_first, ends_on_precision) as case
    when as_of_last is null then 'undated'
    when ends_on_first is null then 'as_of'
    when as_of_last < ends_on_first then 'interim'
    when 'year' in (as_of_precision, ends_on_precision) then 'perhaps_final'
    else 'final'
end;

-- One row per real programme, province it works in and quarter in which CBS published vacancies of any
-- province: those of its sector, as published, or none. A programme for technology stands beside the
-- industry, one for all sectors beside all; a province stands in for an arbeidsmarktregio.
create view programme_vacancies as
select
    programme_id,
    here.region_code,
    here.programme_region_code,
    of_scope.sector_code,
    period.period as quarter,
    period.starts_on,
    period.label as quarter_label,
    vacancies.open_vacancies,
    vacancies.release_id,
from programme_province as here
inner join programme using (programme_id)
cross join lateral (
    select if(scope = 'technical', '307500', 'T001081') as sector_code,
) as of_scope
inner join period
    on period.kind = 'quarter'
    and period.period between (
        select min(quarter) from vacancies where source_id = 'cbs_vacancies'
    ) and (select max(quarter) from vacancies where source_id = 'cbs_vacancies')
left join vacancies
    on vacancies.source_id = 'cbs_vacancies'
    and vacancies.region_code = here.region_code
    and vacancies.sector_code = of_scope.sector_code
    and vacancies.quarter = period.period
    and vacancies.margin = 50
where here.status <> 'sample' and programme.status <> 'sample';
