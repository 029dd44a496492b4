-- Which delivery of each programme do these figures count?
select
    programme.name as programme_name,
    programme_delivery.programme_id,
    programme_delivery.delivery_number,
    programme_delivery.as_of_on,
    programme_delivery.status,
    programme_delivery.release_id,
from programme_delivery
inner join programme using (programme_id)
where (programme_delivery.status <> 'sample' or $with_sample)
order by programme.name;
