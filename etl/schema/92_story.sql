-- One row per story that readers bring, with what no source measures of it.
create table story (
    story text primary key,
    title text not null,
    not_measured text not null,
    position integer not null,
);

-- One row per story and figure that speaks to it: of which kind, about what, where and when.
create table story_figure (
    story text,
    position integer,
    kind text not null,
    region_codes text not null,
    subject text,
    period text not null,
    primary key (story, position),
);

-- One row per figure that a story can name, as its source published it.
create view tellable_figure as
select
    'quote' as kind,
    array_to_string(region_codes, '+') as region_codes,
    indicator_label as subject,
    period_code as period,
    region_text,
    indicator_label,
    quoted_number as figure,
    "precision",
    unit_label,
    remark,
    url,
    status,
    release_id,
    line,
from quoted_figure
union all by name
select
    'vacancies' as kind,
    region_code as region_codes,
    sector_code as subject,
    quarter as period,
    region_name_of(region_code) as region_text,
    'openstaande vacatures ' || lower(sector.short_label) as indicator_label,
    open_vacancies as figure,
    'exact' as "precision",
    label_of('unit', 'vacancies') as unit_label,
    'https://www.cbs.nl/nl-nl/cijfers/detail/83599NED' as url,
    status,
    release_id,
    line,
from vacancies
inner join sector using (sector_code)
where source_id = 'cbs_vacancies'
union all by name
select
    'unemployed' as kind,
    region_code as region_codes,
    series as subject,
    labour_force.period,
    region_name_of(region_code) as region_text,
    'werklozen, ' || label_of('series', series) as indicator_label,
    unemployed as figure,
    'exact' as "precision",
    label_of('unit', 'persons') as unit_label,
    release.url,
    labour_force.status,
    labour_force.release_id,
    line,
from labour_force
inner join release using (release_id)
union all by name
select
    'confidence' as kind,
    region_code as region_codes,
    null as subject,
    quarter as period,
    region_name_of(region_code) as region_text,
    'ondernemersvertrouwen' as indicator_label,
    confidence_balance as figure,
    'exact' as "precision",
    'procentpunten' as unit_label,
    release.url,
    business_confidence.status,
    business_confidence.release_id,
    line,
from business_confidence
inner join release using (release_id)
union all by name
select
    'students' as kind,
    region_code as region_codes,
    field_code as subject,
    school_year as period,
    region_name_of(region_code) as region_text,
    'mbo-studenten, ' || lower(mbo_field.label) as indicator_label,
    students as figure,
    'exact' as "precision",
    label_of('unit', 'persons') as unit_label,
    release.url,
    mbo_students.status,
    mbo_students.release_id,
    line,
from mbo_students
inner join release using (release_id)
inner join mbo_field using (field_code)
where
    mbo_students.source_id = 'cbs_mbo_students'
    and mbo_level = 'total'
    and learning_path = 'total'
    and field_code in ('07', 'total')
union all by name
select
    'technical_vacancies' as kind,
    'NL01' as region_codes,
    edition || ' ' || skill_level as subject,
    quarter as period,
    region_name_of('NL01') as region_text,
    'technische vacatures, ' || label_of('skill_level', skill_level) as indicator_label,
    open_vacancies as figure,
    'exact' as "precision",
    label_of('unit', 'vacancies') as unit_label,
    if(
        skill_level = 'total',
        null,
        replace(format('{:.1f}% van het totaal', 100 * open_vacancies / total), '.', ',')
    ) as remark,
    url,
    status,
    release_id,
    line,
from (
    select
        *,
        max(open_vacancies) filter (skill_level = 'total') over (
            partition by edition, quarter
        ) as total,
    from skill_vacancies
    where field = 'technisch'
) as printed;
