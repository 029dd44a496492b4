-- Elk kwartaal van de spanningsindicator komt in zijn geheel uit één levering: gepubliceerd of voorbeeld.
select
    source_id,
    quarter,
    count(distinct status) as statuses,
    count(distinct release_id) as releases,
from occupation_tension
group by all
having count(distinct release_id) > 1 or count(distinct status) > 1;
