-- What does the older table of CBS say about students, for the whole country, up to a quarter?
-- A table of its own, without levels and provinces; it is not continued by the newer one.
select
    period.label as period_label,
    field.label as study_field_label,
    label_of('learning_path', mbo_students.learning_path) as learning_path_label,
    mbo_students.students,
    mbo_students.sign,
    mbo_students.status,
    mbo_students.release_status,
    mbo_students.region_code,
    mbo_students.mbo_level,
    mbo_students.learning_path,
    mbo_students.field_code,
    mbo_students.school_year,
    mbo_students.release_id,
    mbo_students.line,
from mbo_students
inner join release on release.release_id = mbo_students.release_id
inner join period on period.period = mbo_students.school_year
inner join mbo_field as field on field.field_code = mbo_students.field_code
where
    release.table_id = '83850NED'
    and (mbo_students.status <> 'sample' or $with_sample)
    and period.starts_on + interval 2 months <= end_of($until)
order by mbo_students.school_year, field.position, mbo_students.learning_path desc;
