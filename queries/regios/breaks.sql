-- From which year does one of these regions cover another area than before?
select
    region.name as region_name,
    region_break.year,
    region_break.sentence,
    region_break.status,
    region_break.region_code,
from region_break
inner join region_today as region on region.region_code = region_break.region_code
where region_break.region_code in (select unnest($region_codes))
order by region.name, region_break.year;
