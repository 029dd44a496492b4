-- How many came in, started, left, found what, and still work, in these programmes?
-- Each step is a protected number of its own; a share is that of one shown number in another,
-- with the range of their rounding.
with step as (
    select *
    from (
        values
            (1, 'intake', 'intake', 'participation', '', '', ''),
            (2, 'start', 'gestart', 'participation', 'begun', 'yes', 'intake'),
            (3, 'exit', 'uitgestroomd', 'exit', '', '', 'start'),
            (4, 'new_job', 'nieuwe baan', 'exit', 'outcome', 'new_job', 'exit'),
            (5, 'retained', 'behouden', 'exit', 'outcome', 'retained', 'exit'),
            (6, 'advanced', 'doorgestroomd', 'exit', 'outcome', 'advanced', 'exit'),
            (7, 'work_place', 'leerwerkplek', 'exit', 'outcome', 'work_place', 'exit'),
            (8, 'training_completed', 'opleiding afgerond', 'exit', 'outcome', 'training_completed', 'exit'),
            (9, 'new_job_outside', 'nieuwe baan, buiten het traject', 'exit', 'outcome', 'new_job_outside', 'exit'),
            (10, 'none', 'geen baan, plek of opleiding', 'exit', 'outcome', 'none', 'exit'),
            (11, 'unknown', 'uitkomst niet bekend', 'exit', 'outcome', 'unknown', 'exit')
    ) as step (position, step, label, subject, dimension, category, out_of)
),

found as (
    select
        step.*,
        cell.programme_id,
        cell.number,
        cell.sign,
        cell.status,
        cell.release_id,
        delivery.count_base // 2 as half,
    from step
    inner join programme_cell as cell
        on cell.subject = step.subject
        and cell.dimension_1 = step.dimension
        and cell.category_1 = step.category
        and cell.dimension_2 = ''
        and cell.period_kind = 'all'
    inner join programme_delivery as delivery using (programme_id)
    where
        cell.programme_id in (select unnest($programme_ids))
        and (cell.status <> 'sample' or $with_sample)
)

select
    programme_name_of(found.programme_id) as programme_name,
    found.label as step_label,
    found.number,
    found.sign,
    whole.label as out_of_label,
    whole.number as whole_number,
    whole.sign as whole_number_sign,
    of_whole.low_pct as of_whole_low_pct,
    of_whole.high_pct as of_whole_high_pct,
    if(found.out_of = '', null, of_whole.sign) as of_whole_pct_sign,
    if(found.status = 'published', 'estimated', found.status) as share_status,
    found.status,
    found.programme_id,
    found.step,
    found.release_id,
from found
left join found as whole
    on whole.programme_id = found.programme_id and whole.step = found.out_of
cross join lateral (
    select unnest(rate_of(found.number, whole.number, found.half)),
) as of_whole
order by array_position($programme_ids, found.programme_id), found.position;
