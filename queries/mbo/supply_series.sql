-- How did the number of students, or graduates, who live here develop per level and learning path?
-- Over all school years between the first and the last with a figure up to a quarter; a missing one
-- has none.
with known as (
    select *
    from mbo_supply_cbs
    where
        counted = $counted
        and field_code = $field_code
        and (status <> 'sample' or $with_sample)
        and counted_on <= end_of($until)
),

span as (
    select
        min(school_year) as first_year,
        max(school_year) as last_year,
    from known
    where persons is not null
),

-- Extranei only where there are any.
path as (
    select unnest(['bol', 'bbl']) as learning_path
    union
    select learning_path
    from known
    where learning_path = 'external'
)

select
    region.name as region_name,
    period.label as period_label,
    level.label as level_label,
    label_of('learning_path', path.learning_path) as learning_path_label,
    known.persons,
    if(known.region_code is null, 'missing', known.sign) as sign,
    if($counted = 'students', 'studenten op 1 oktober', 'gediplomeerden in het schooljaar')
        as unit_label,
    coalesce(known.status, 'published') as status,
    known.release_status,
    region.region_code,
    level.code as mbo_level,
    path.learning_path,
    $field_code as field_code,
    period.period as school_year,
    known.release_id,
    known.line,
from span
inner join period
    on period.kind = 'school_year'
    and period.period between span.first_year and span.last_year
inner join region_today as region on region.region_code in (select unnest($region_codes))
inner join code_label as level
    on level.list = 'mbo_level' and level.code in ('mbo1', 'mbo2', 'mbo3', 'mbo4')
cross join path
left join known
    on known.region_code = region.region_code
    and known.mbo_level = level.code
    and known.learning_path = path.learning_path
    and known.school_year = period.period
order by
    array_position($region_codes, region.region_code),
    level.code,
    array_position(['bol', 'bbl', 'external'], path.learning_path),
    period.period;
