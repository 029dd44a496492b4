-- From which techniekdomein to which did people go in this programme, over its whole term?
-- Each number is protected by itself: nothing is added up. A share is that of one shown
-- number in another, with the range of their rounding.
select
    flow.programme_name,
    flow.category_1_label as from_label,
    flow.category_2_label as to_label,
    flow.number,
    flow.sign,
    departed.number as from_number,
    departed.sign as from_number_sign,
    of_departed.low_pct as of_whole_low_pct,
    of_departed.high_pct as of_whole_high_pct,
    of_departed.sign as of_whole_pct_sign,
    flow.whole_number as to_number,
    flow.whole_number_sign as to_number_sign,
    flow.share_status as status,
    flow.category_1 as from_field,
    flow.category_2 as to_field,
    flow.programme_id,
    flow.release_id,
from named_cell as flow
inner join programme_delivery as delivery on delivery.programme_id = flow.programme_id
left join programme_cell as departed
    on departed.programme_id = flow.programme_id
    and departed.subject = 'exit'
    and departed.dimension_1 = 'from_field'
    and departed.category_1 = flow.category_1
    and departed.dimension_2 = ''
    and departed.period_kind = 'all'
cross join lateral (
    select unnest(rate_of(flow.number, departed.number, delivery.count_base // 2)),
) as of_departed
where
    flow.programme_id = $programme_id
    and flow.subject = 'exit'
    and flow.dimension_1 = 'from_field'
    and flow.dimension_2 = 'to_field'
    and flow.period_kind = 'all'
    and (flow.status <> 'sample' or $with_sample)
order by flow.position_1, from_label, flow.position_2, to_label;
