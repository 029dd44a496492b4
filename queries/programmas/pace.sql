-- How far are running programmes, compared with an even course, and where would that course end?
-- Even course: the same share of the target as of the days. The end: as much per day as until now.
select
    name as programme_name,
    label_of('indicator', indicator) as indicator_label,
    label_of('category', target_group) as target_group_label,
    target,
    target_precision,
    number,
    sign,
    cast(round(100.0 * days_passed / days) as integer) as term_passed_pct,
    cast(round(1.0 * target * days_passed / days) as integer) as even_course,
    cast(round(100.0 * number * days / days_passed / target) as integer) as pace_pct,
    cast(round(1.0 * number * days / days_passed) as integer) as forecast,
    as_of_on,
    realisation_status,
    counted.status,
    programme_id,
    indicator,
    target_group,
    counted.release_id,
    target_release_id as second_release_id,
    counted.line,
from programme_counted as counted
inner join programme using (programme_id)
cross join lateral (
    select
        date_diff('day', starts_on_first, as_of_on) + 1 as days_passed,
        date_diff('day', starts_on_first, ends_on_last) + 1 as days,
)
where
    programme_id in (select unnest($programme_ids))
    and (counted.status <> 'sample' or $with_sample)
    and state = 'running'
    and starts_on_precision in ('day', 'month')
    and ends_on_precision in ('day', 'month')
    and coalesce(relation, '') not in ('phase', 'capacity')
    and is_counted
    and as_of_on between starts_on_first and ends_on_last
order by
    array_position($programme_ids, programme_id), target_group <> 'all', counted.line;
