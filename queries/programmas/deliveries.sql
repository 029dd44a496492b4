-- Which deliveries of these programmes count, as of when, and how are they protected?
select
    programme.name as programme_name,
    programme_delivery.delivery_number,
    programme_delivery.as_of_on,
    programme_delivery.small_count,
    programme_delivery.count_base,
    programme_delivery.euro_base as euro_base_eur,
    programme_delivery.status,
    programme_delivery.programme_id,
    programme_delivery.release_id,
from programme_delivery
inner join programme using (programme_id)
where
    programme_delivery.programme_id in (select unnest($programme_ids))
    and (programme_delivery.status <> 'sample' or $with_sample)
order by array_position($programme_ids, programme_delivery.programme_id);
