-- Which deliveries of these programmes count, as of when, and how much of them may be shown?
-- A programme is small when under a quarter of its cells is shown.
with shown as (
    select
        programme_id,
        count(*) as cells,
        count(number) as cells_shown,
    from programme_cell
    where dimension_1 <> '' and period_kind = 'all'
    group by programme_id
)

select
    programme.name as programme_name,
    delivery.delivery_number,
    delivery.as_of_on,
    delivery.small_count,
    delivery.count_base,
    delivery.euro_base as euro_base_eur,
    shown.cells,
    shown.cells_shown,
    4 * shown.cells_shown < shown.cells as is_small,
    people.number as participants,
    people.sign as participants_sign,
    delivery.status,
    delivery.programme_id,
    delivery.release_id,
from programme_delivery as delivery
inner join programme using (programme_id)
inner join shown using (programme_id)
left join programme_cell as people
    on people.programme_id = delivery.programme_id
    and people.subject = 'person'
    and people.period_kind = 'all'
where
    delivery.programme_id in (select unnest($programme_ids))
    and (delivery.status <> 'sample' or $with_sample)
order by array_position($programme_ids, delivery.programme_id);
