-- Elk gebied, elke beroepsgroep en elk kwartaal heeft bij UWV één spanningscijfer.
select
    source_id,
    region_code,
    uwv_group_code,
    quarter,
    count(*) as rows_found,
from occupation_tension
group by all
having count(*) > 1;
