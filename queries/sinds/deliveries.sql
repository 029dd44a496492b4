-- Which programmes delivered after one day and up to another, of the deliveries that count now?
select
    programme.name as programme_name,
    programme_delivery.delivery_number,
    programme_delivery.as_of_on,
    release.retrieved_on as delivered_on,
    programme_delivery.status,
    programme_delivery.programme_id,
    programme_delivery.release_id,
from programme_delivery
inner join programme using (programme_id)
inner join release on release.release_id = programme_delivery.release_id
where
    release.retrieved_on > cast($since_day as date)
    and release.retrieved_on <= cast($until_day as date)
    and (programme_delivery.status <> 'sample' or $with_sample)
order by delivered_on desc, programme.name;
