-- From which year does one of these regions cover another area than before?
select
    name as region_name,
    year,
    sentence,
    status,
    region_code,
from region_break
inner join region_today using (region_code)
where region_code in (select unnest($region_codes))
order by name, year;
