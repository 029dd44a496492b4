-- Which share of those who had no permanent job at the start found one, per year in which they left?
-- Gross: of all who left without a permanent job at the start; those of whom it is not known count
-- among them and stand apart.
select
    programme_name_of(programme_id) as programme_name,
    coalesce(period_label_of(period), 'hele looptijd') as period_label,
    max(number) filter (category_1 = 'placed') as placed,
    max(sign) filter (category_1 = 'placed') as placed_sign,
    max(number) filter (category_1 = 'without_job') as exits_without_job,
    max(sign) filter (category_1 = 'without_job') as exits_without_job_sign,
    cast(round(100.0 * placed / exits_without_job) as integer) as placed_pct,
    if(placed is null or exits_without_job is null, 'withheld', null) as placed_pct_sign,
    max(number) filter (category_1 = 'unknown') as outcome_unknown,
    max(sign) filter (category_1 = 'unknown') as outcome_unknown_sign,
    if(status = 'published', 'estimated', status) as rate_status,
    status,
    programme_id,
    period,
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
order by array_position($programme_ids, any_value(programme_id)), period_label;
