-- From which techniekdomein to which did people go in this programme, over its whole term?
-- Each number is protected by itself: nothing is added up. A share is one shown number of another.
with cell as (
    select *
    from programme_cell
    where
        programme_id = $programme_id
        and subject = 'exit'
        and period_kind = 'all'
        and (status <> 'sample' or $with_sample)
)

select
    programme.name as programme_name,
    one.label as from_label,
    two.label as to_label,
    flow.number,
    flow.sign,
    departed.number as from_number,
    departed.sign as from_number_sign,
    cast(round(100.0 * flow.number / departed.number) as integer) as of_whole_pct,
    if('withheld' in (flow.sign, departed.sign), 'withheld', null) as of_whole_pct_sign,
    arrived.number as to_number,
    arrived.sign as to_number_sign,
    if(flow.status = 'published', 'estimated', flow.status) as status,
    flow.category_1 as from_field,
    flow.category_2 as to_field,
    flow.programme_id,
    flow.release_id,
from cell as flow
inner join programme using (programme_id)
inner join programme_category as one
    on one.dimension = 'from_field' and one.category = flow.category_1
inner join programme_category as two
    on two.dimension = 'to_field' and two.category = flow.category_2
left join cell as departed
    on departed.dimension_1 = 'from_field'
    and departed.dimension_2 = ''
    and departed.category_1 = flow.category_1
left join cell as arrived
    on arrived.dimension_1 = 'to_field'
    and arrived.dimension_2 = ''
    and arrived.category_1 = flow.category_2
where flow.dimension_1 = 'from_field' and flow.dimension_2 = 'to_field'
order by one.position, one.label, two.position, two.label;
