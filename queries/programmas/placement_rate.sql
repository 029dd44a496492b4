-- Which share of those who had no permanent job at the start found one, per year in which they left?
-- Gross: left the programme, without permanent job at the start, and got a job; unknown stands apart.
with cell as (
    select *
    from programme_cell
    where
        subject = 'exit'
        and period_kind in ('all', 'year')
        and programme_id in (select unnest($programme_ids))
        and (status <> 'sample' or $with_sample)
),

leavers as (
    select *
    from cell
    where dimension_1 = 'route' and category_1 = 'without_job' and dimension_2 = ''
),

outcome as (
    select *
    from cell
    where
        dimension_1 = 'outcome'
        and category_1 in ('new_job', 'unknown')
        and dimension_2 = 'route'
        and category_2 = 'without_job'
)

select
    programme.name as programme_name,
    coalesce(period.label, 'hele looptijd') as period_label,
    leavers.number as exits_without_job,
    leavers.sign as exits_without_job_sign,
    placed.number as placed,
    placed.sign as placed_sign,
    not_known.number as outcome_unknown,
    not_known.sign as outcome_unknown_sign,
    cast(round(100.0 * placed.number / leavers.number) as integer) as placed_pct,
    leavers.status,
    leavers.programme_id,
    leavers.period,
    leavers.release_id,
from leavers
inner join programme using (programme_id)
inner join outcome as placed
    on placed.programme_id = leavers.programme_id
    and placed.period = leavers.period
    and placed.category_1 = 'new_job'
inner join outcome as not_known
    on not_known.programme_id = leavers.programme_id
    and not_known.period = leavers.period
    and not_known.category_1 = 'unknown'
left join period on period.period = leavers.period
order by array_position($programme_ids, leavers.programme_id), leavers.period;
