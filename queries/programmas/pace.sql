-- How far are running programmes, compared with an even course, and where would that course end?
-- Even course: the same share of the target as of the days. The end: as much per day as until now.
with course as (
    select
        counted.*,
        programme.name as programme_name,
        date_diff('day', programme.starts_on_first, counted.as_of_on) + 1 as days_passed,
        date_diff('day', programme.starts_on_first, programme.ends_on_last) + 1 as days,
    from programme_counted as counted
    inner join programme using (programme_id)
    where
        counted.programme_id in (select unnest($programme_ids))
        and (counted.status <> 'sample' or $with_sample)
        and programme.state = 'running'
        and programme.starts_on_precision in ('day', 'month')
        and programme.ends_on_precision in ('day', 'month')
        and coalesce(counted.relation, '') not in ('phase', 'capacity')
        and counted.is_counted
        and counted.as_of_on between programme.starts_on_first and programme.ends_on_last
)

select
    course.programme_name,
    label_of('indicator', course.indicator) as indicator_label,
    label_of('category', course.target_group) as target_group_label,
    course.target,
    course.target_precision,
    course.number,
    course.sign,
    cast(round(100.0 * course.days_passed / course.days) as integer) as term_passed_pct,
    cast(round(1.0 * course.target * course.days_passed / course.days) as integer)
        as even_course,
    cast(round(100.0 * course.number * course.days / course.days_passed / course.target) as integer)
        as pace_pct,
    cast(round(1.0 * course.number * course.days / course.days_passed) as integer) as forecast,
    course.as_of_on,
    course.realisation_status,
    course.status,
    course.programme_id,
    course.indicator,
    course.target_group,
    course.release_id,
    course.target_release_id as second_release_id,
    course.line,
from course
order by
    array_position($programme_ids, course.programme_id),
    course.target_group <> 'all',
    course.line;
