-- What does the older table of CBS say about students, for the whole country, up to a quarter?
-- A table of its own, without levels and provinces; it is not continued by the newer one.
select
    period.label as period_label,
    field.label as study_field_label,
    label_of('learning_path', learning_path) as learning_path_label,
    students,
    sign,
    mbo_students.status,
    release_status,
    region_code,
    mbo_level,
    learning_path,
    field_code,
    school_year,
    release_id,
    line,
from mbo_students
inner join release using (release_id)
inner join period on period.period = school_year
inner join mbo_field as field using (field_code)
where
    table_id = '83850NED'
    and (mbo_students.status <> 'sample' or $with_sample)
    and starts_on + interval 2 months <= end_of($until)
order by school_year desc, field.position, learning_path desc;
