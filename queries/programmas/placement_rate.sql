-- Which share of those who had no permanent job at the start found one, per year in which they left?
-- Gross: of all who left without a permanent job at the start; those of whom it is not known count
-- among them and stand apart. It went up or down only where the range of the year before lies apart.
with left_it as (
    select
        programme_id,
        period_kind,
        period,
        max(number) filter (category_1 = 'placed') as placed,
        max(sign) filter (category_1 = 'placed') as placed_sign,
        max(number) filter (category_1 = 'without_job') as exits_without_job,
        max(sign) filter (category_1 = 'without_job') as exits_without_job_sign,
        max(number) filter (category_1 = 'unknown') as outcome_unknown,
        max(sign) filter (category_1 = 'unknown') as outcome_unknown_sign,
        status,
        release_id,
    from programme_cell
    where
        programme_id in (select unnest($programme_ids))
        and subject = 'exit'
        and (
            (dimension_1 = 'route' and category_1 = 'without_job')
            or (dimension_1 = 'placement' and category_1 in ('placed', 'unknown'))
        )
        and dimension_2 = ''
        and period_kind in ('all', 'year')
        and (status <> 'sample' or $with_sample)
    group by all
)

select
    programme_name_of(programme_id) as programme_name,
    coalesce(period_label_of(period), 'hele looptijd') as period_label,
    placed,
    placed_sign,
    exits_without_job,
    exits_without_job_sign,
    rate.low_pct as placed_low_pct,
    rate.high_pct as placed_high_pct,
    rate.sign as placed_pct_sign,
    case
        when rate.low_pct > lag(rate.high_pct) over by_year then 'up'
        when rate.high_pct < lag(rate.low_pct) over by_year then 'down'
        when rate.low_pct + lag(rate.low_pct) over by_year is not null then 'unsure'
    end as direction,
    outcome_unknown,
    outcome_unknown_sign,
    if(left_it.status = 'published', 'estimated', left_it.status) as rate_status,
    left_it.status,
    programme_id,
    period,
    left_it.release_id,
from left_it
inner join programme_delivery as delivery using (programme_id)
cross join lateral (
    select unnest(rate_of(placed, exits_without_job, delivery.count_base // 2)),
) as rate
window by_year as (partition by programme_id, period_kind order by period)
order by array_position($programme_ids, programme_id), period_label;
