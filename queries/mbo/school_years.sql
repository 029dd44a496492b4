-- In which school years are there students, or graduates, of this field here, newest first?
with figure as (
    select
        'students' as counted,
        mbo_students.* rename (students as persons),
    from mbo_students
    union all by name
    select
        'graduates' as counted,
        mbo_graduates.* rename (graduates as persons),
    from mbo_graduates
)

select distinct
    figure.school_year,
    format('{}/{}', period.year, period.year + 1) as school_year_label,
    period.label as period_label,
    figure.status,
from figure
inner join release on release.release_id = figure.release_id
inner join period on period.period = figure.school_year
where
    figure.counted = $counted
    and release.table_id in ('85353NED', '85356NED')
    and figure.field_code = $field_code
    and figure.region_code in (select unnest($region_codes))
    and figure.persons is not null
    and (figure.status <> 'sample' or $with_sample)
order by figure.school_year desc;
