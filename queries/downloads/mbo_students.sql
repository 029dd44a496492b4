-- How many students in mbo live in each region, per level, learning path, field and school year?
-- On 1 October.
select
    mbo_students.region_code,
    region_kind.label as region_kind_label,
    region.name as region_name,
    mbo_students.mbo_level,
    level.label as level_label,
    mbo_students.learning_path,
    learning_path.label as learning_path_label,
    mbo_students.field_code,
    mbo_field.label as study_field_label,
    mbo_students.school_year as period,
    period.label as period_label,
    period.starts_on as period_starts_on,
    mbo_students.students,
    mbo_students.sign,
    mbo_students.status,
    mbo_students.release_status,
    concat_ws(', ', release.publisher, release.table_id) as source,
    release.retrieved_on,
    release.modified_on,
    mbo_students.release_id,
    mbo_students.line,
from mbo_students
inner join period on period.period = mbo_students.school_year
inner join region
    on region.region_code = mbo_students.region_code
    and period.year between region.valid_from_year and region.valid_to_year
inner join code_label as region_kind
    on region_kind.list = 'region_kind' and region_kind.code = region.kind
inner join code_label as level
    on level.list = 'mbo_level' and level.code = mbo_students.mbo_level
inner join code_label as learning_path
    on learning_path.list = 'learning_path' and learning_path.code = mbo_students.learning_path
inner join mbo_field on mbo_field.field_code = mbo_students.field_code
left join release on release.release_id = mbo_students.release_id
where
    (mbo_students.status <> 'sample' or $with_sample)
    and (
        len($province_codes) = 0
        or mbo_students.region_code in (
            select region_province.region_code
            from region_province
            where region_province.province_code in (select unnest($province_codes))
        )
    )
order by
    mbo_students.region_code,
    mbo_students.mbo_level,
    mbo_students.learning_path,
    mbo_field.position,
    mbo_students.field_code,
    mbo_students.school_year,
    mbo_students.source_id,
    mbo_students.release_id;
