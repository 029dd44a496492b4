-- How many students follow a learning path in a job (bbl) here, per field and level?
-- An approximation of the places to learn at work that are taken. Totals as published, never summed.
with figure as (
    select mbo_students.*
    from mbo_students
    inner join release on release.release_id = mbo_students.release_id
    where
        release.table_id = '85353NED'
        and mbo_students.learning_path = 'bbl'
        and mbo_students.school_year = $school_year
        and mbo_students.region_code in (select unnest($region_codes))
        and (mbo_students.status <> 'sample' or $with_sample)
)

select
    region.name as region_name,
    field.label as study_field_label,
    period.label as period_label,
    max(students) filter (mbo_level = 'mbo1') as students_mbo1,
    max(figure.sign) filter (mbo_level = 'mbo1') as students_mbo1_sign,
    max(students) filter (mbo_level = 'mbo2') as students_mbo2,
    max(figure.sign) filter (mbo_level = 'mbo2') as students_mbo2_sign,
    max(students) filter (mbo_level = 'mbo3') as students_mbo3,
    max(figure.sign) filter (mbo_level = 'mbo3') as students_mbo3_sign,
    max(students) filter (mbo_level = 'mbo4') as students_mbo4,
    max(figure.sign) filter (mbo_level = 'mbo4') as students_mbo4_sign,
    max(students) filter (mbo_level = 'total') as students_total,
    max(figure.sign) filter (mbo_level = 'total') as students_total_sign,
    if(bool_or(figure.status = 'sample'), 'sample', 'published') as status,
    figure.region_code,
    figure.field_code,
    figure.school_year,
    any_value(figure.release_id) as release_id,
    min(figure.line) as line,
from figure
inner join region_today as region on region.region_code = figure.region_code
inner join mbo_field as field on field.field_code = figure.field_code
inner join period on period.period = figure.school_year
group by
    region.name, field.label, field.position, period.label, figure.region_code,
    figure.field_code, figure.school_year
order by
    array_position($region_codes, figure.region_code),
    coalesce(array_position(['07', '06', 'total'], figure.field_code), 9),
    field.position;
