-- Elk COROP-gebied ligt in één provincie en alle 35 arbeidsmarktregio's vallen uiteen in 47 delen per provincie.
select
    'corop ' || corop_code as what,
    count(distinct provincie_code) as found,
    1 as expected,
from region_link
group by corop_code, year
having count(distinct provincie_code) <> 1
union all by name
select
    'region parts' as what,
    count(*) as found,
    47 as expected,
from region_part
having count(*) <> 47
union all by name
select
    'arbeidsmarktregio''s' as what,
    count(distinct arbeidsmarktregio_code) as found,
    35 as expected,
from region_part
having count(distinct arbeidsmarktregio_code) <> 35
union all by name
select
    'municipalities in the region parts' as what,
    sum(municipalities) as found,
    (select count(*) from region_link) as expected,
from region_part
having sum(municipalities) <> (select count(*) from region_link);
