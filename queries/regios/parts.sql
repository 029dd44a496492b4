-- In which provinces do these arbeidsmarktregio's lie, and with how many municipalities?
select
    region.name as region_name,
    province.name as province_name,
    region_part.municipalities,
    region_part.year,
    region_part.arbeidsmarktregio_code as region_code,
    region_part.provincie_code as province_code,
from region_part_today as region_part
inner join region_today as region on region.region_code = region_part.arbeidsmarktregio_code
inner join region_today as province on province.region_code = region_part.provincie_code
where
    region_part.arbeidsmarktregio_code in (select unnest($region_codes))
    or region_part.provincie_code in (select unnest($region_codes))
order by region.name, region_part.municipalities desc;
