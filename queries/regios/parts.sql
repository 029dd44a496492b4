-- In which provinces do these arbeidsmarktregio's lie, and with how many municipalities?
select
    region_name_of(arbeidsmarktregio_code) as region_name,
    region_name_of(provincie_code) as province_name,
    municipalities,
    year,
    arbeidsmarktregio_code as region_code,
    provincie_code as province_code,
from region_part_today
where
    arbeidsmarktregio_code in (select unnest($region_codes))
    or provincie_code in (select unnest($region_codes))
order by region_name, municipalities desc, province_name;
