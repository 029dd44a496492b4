-- Which deliveries of these programmes count, as of when, and how much of them may be shown?
-- A programme is small when under a quarter of its cells is shown.
with shown as (
    select
        programme_id,
        count(*) filter (dimension_1 <> '') as cells,
        count(number) filter (dimension_1 <> '') as cells_shown,
        max(number) filter (subject = 'person' and dimension_1 = '') as participants,
        max(sign) filter (subject = 'person' and dimension_1 = '') as participants_sign,
    from programme_cell
    where period_kind = 'all'
    group by programme_id
)

select
    programme_name_of(programme_id) as programme_name,
    delivery_number,
    as_of_on,
    small_count,
    count_base,
    euro_base as euro_base_eur,
    cells,
    cells_shown,
    4 * cells_shown < cells as is_small,
    participants,
    participants_sign,
    status,
    programme_id,
    release_id,
from programme_delivery
inner join shown using (programme_id)
where
    programme_id in (select unnest($programme_ids))
    and (status <> 'sample' or $with_sample)
order by array_position($programme_ids, programme_id);
