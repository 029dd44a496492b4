-- How many students in mbo live in each region, per level, learning path, field and school year?
-- On 1 October.
select
    mbo_students.region_code,
    label_of('region_kind', region.kind) as region_kind_label,
    region.name as region_name,
    mbo_students.mbo_level,
    label_of('mbo_level', mbo_students.mbo_level) as level_label,
    mbo_students.learning_path,
    label_of('learning_path', mbo_students.learning_path) as learning_path_label,
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
inner join mbo_field on mbo_field.field_code = mbo_students.field_code
left join release on release.release_id = mbo_students.release_id
where
    (mbo_students.status <> 'sample' or $with_sample)
    and lies_in(mbo_students.region_code, $province_codes)
order by
    mbo_students.region_code,
    mbo_students.mbo_level,
    mbo_students.learning_path,
    mbo_field.position,
    mbo_students.field_code,
    mbo_students.school_year,
    mbo_students.source_id,
    mbo_students.release_id;
