-- Elk kwartaal van de spanningsindicator is in zijn geheel gepubliceerd of in zijn geheel voorbeeld.
select
    source_id,
    quarter,
    count(distinct status) as statuses,
from occupation_tension
group by all
having count(distinct status) > 1;
