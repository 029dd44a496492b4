-- Which programmes can be chosen? Fictitious ones come last.
select
    programme_id,
    name as programme_name,
    status,
from programme
where (status <> 'sample' or $with_sample)
order by status = 'sample', coalesce(starts_on_first, ends_on_first), programme_name;
