-- Of those who left this programme aiming at each techniekdomein, how many got a new job?
select
    programme_name_of(programme_id) as programme_name,
    category.label as field_label,
    left_it.number,
    left_it.sign,
    placed.number as placed,
    placed.sign as placed_sign,
    rate.low_pct as placed_low_pct,
    rate.high_pct as placed_high_pct,
    rate.sign as placed_pct_sign,
    delivery.count_base // 2 as half,
    delivery.as_of_on,
    left_it.status,
    programme_id,
    left_it.category_1 as field,
    left_it.release_id,
from programme_cell as left_it
inner join programme_delivery as delivery using (programme_id)
inner join programme_category as category
    on category.dimension = 'field' and category.category = left_it.category_1
left join programme_cell as placed
    on placed.programme_id = left_it.programme_id
    and placed.subject = 'exit'
    and placed.dimension_1 = 'outcome'
    and placed.category_1 = 'new_job'
    and placed.dimension_2 = 'field'
    and placed.category_2 = left_it.category_1
    and placed.period_kind = 'all'
cross join lateral (
    select unnest(rate_of(placed.number, left_it.number, delivery.count_base // 2)),
) as rate
where
    left_it.programme_id = $programme_id
    and left_it.subject = 'exit'
    and left_it.dimension_1 = 'field'
    and left_it.dimension_2 = ''
    and left_it.period_kind = 'all'
    and left_it.category_1 not in ('other', 'unknown')
    and (left_it.status <> 'sample' or $with_sample)
order by category.position, category.label;
