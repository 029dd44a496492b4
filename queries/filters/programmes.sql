-- Which programmes can be chosen?
select
    programme_id,
    name,
from programme
order by coalesce(starts_on_first, ends_on_first), name;
