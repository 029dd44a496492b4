-- Which programmes delivered after one day and up to another, of the deliveries that count now?
select
    programme_name_of(programme_id) as programme_name,
    delivery_number,
    as_of_on,
    retrieved_on as delivered_on,
    programme_delivery.status,
    programme_id,
    release_id,
from programme_delivery
inner join release using (release_id)
where
    is_since(retrieved_on, $since_day, $until_day)
    and (programme_delivery.status <> 'sample' or $with_sample)
order by delivered_on desc, programme_name;
