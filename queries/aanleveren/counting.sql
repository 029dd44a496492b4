-- Which delivery of each programme do these figures count?
select
    programme_name_of(programme_id) as programme_name,
    programme_id,
    delivery_number,
    as_of_on,
    status,
    release_id,
from programme_delivery
where status <> 'sample' or $with_sample
order by programme_name;
