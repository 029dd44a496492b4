-- Which share of those who had no permanent job at the start found one, per year in which they left?
-- Gross: of all who left without a permanent job at the start; those of whom it is not known count
-- among them and stand apart.
with cell as (
    select *
    from programme_cell
    where
        subject = 'exit'
        and dimension_1 in ('route', 'placement')
        and dimension_2 = ''
        and period_kind in ('all', 'year')
        and programme_id in (select unnest($programme_ids))
        and (status <> 'sample' or $with_sample)
)

select
    programme.name as programme_name,
    coalesce(period.label, 'hele looptijd') as period_label,
    placed.number as placed,
    placed.sign as placed_sign,
    leavers.number as exits_without_job,
    leavers.sign as exits_without_job_sign,
    cast(round(100.0 * placed.number / leavers.number) as integer) as placed_pct,
    if(placed.number is null or leavers.number is null, 'withheld', null) as placed_pct_sign,
    not_known.number as outcome_unknown,
    not_known.sign as outcome_unknown_sign,
    if(leavers.status = 'published', 'estimated', leavers.status) as rate_status,
    leavers.status,
    leavers.programme_id,
    leavers.period,
    leavers.release_id,
from cell as leavers
inner join programme using (programme_id)
inner join cell as placed
    on placed.programme_id = leavers.programme_id
    and placed.period = leavers.period
    and placed.dimension_1 = 'placement'
    and placed.category_1 = 'placed'
inner join cell as not_known
    on not_known.programme_id = leavers.programme_id
    and not_known.period = leavers.period
    and not_known.dimension_1 = 'placement'
    and not_known.category_1 = 'unknown'
left join period on period.period = leavers.period
where leavers.dimension_1 = 'route' and leavers.category_1 = 'without_job'
order by
    array_position($programme_ids, leavers.programme_id), leavers.period = '', leavers.period;
