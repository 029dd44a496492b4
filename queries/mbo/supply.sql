-- How many students, or graduates, live here per level and learning path in a school year, and how
-- many a year earlier?
with known as (
    select *
    from mbo_supply_cbs
    where
        counted = $counted
        and field_code = $field_code
        and (status <> 'sample' or $with_sample)
),

-- Extranei only where there are any.
path as (
    select unnest(['bol', 'bbl']) as learning_path
    union
    select learning_path
    from known
    where school_year = $school_year and learning_path = 'external'
)

select
    region.name as region_name,
    asked.label as period_label,
    level.label as level_label,
    label_of('learning_path', path.learning_path) as learning_path_label,
    now.persons,
    if(now.region_code is null, 'missing', now.sign) as sign,
    year_before.persons as persons_year_before,
    year_before.sign as persons_year_before_sign,
    now.persons - year_before.persons as change,
    if($counted = 'students', 'studenten op 1 oktober', 'gediplomeerden in het schooljaar')
        as unit_label,
    coalesce(now.status, 'published') as status,
    year_before.status as year_before_status,
    now.release_status,
    region.region_code,
    level.code as mbo_level,
    path.learning_path,
    $field_code as field_code,
    asked.period as school_year,
    now.release_id,
    year_before.release_id as second_release_id,
    now.line,
from period as asked
inner join region_today as region on region.region_code in (select unnest($region_codes))
inner join code_label as level
    on level.list = 'mbo_level' and level.code in ('mbo1', 'mbo2', 'mbo3', 'mbo4')
cross join path
left join known as now
    on now.region_code = region.region_code
    and now.mbo_level = level.code
    and now.learning_path = path.learning_path
    and now.school_year = asked.period
left join known as year_before
    on year_before.region_code = region.region_code
    and year_before.mbo_level = level.code
    and year_before.learning_path = path.learning_path
    and year_before.school_year = year_before(asked.period)
    and coalesce((year_before.status = 'sample') = (now.status = 'sample'), true)
where asked.period = $school_year and asked.kind = 'school_year'
order by
    array_position($region_codes, region.region_code),
    level.code,
    array_position(['bol', 'bbl', 'external'], path.learning_path);
