-- Which provinces can be chosen?
select
    region_code,
    name,
from region
where kind = 'provincie' and valid_to_year = 9999
order by name;
