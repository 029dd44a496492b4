-- In which provinces do these arbeidsmarktregio's lie, and with how many municipalities?
select
    region.name as region_name,
    province.name as province_name,
    region_part.municipalities,
    region_part.year,
    region_part.arbeidsmarktregio_code as region_code,
    region_part.provincie_code as province_code,
from region_part
inner join region
    on region.region_code = region_part.arbeidsmarktregio_code and region.valid_to_year = 9999
inner join region as province
    on province.region_code = region_part.provincie_code and province.valid_to_year = 9999
where
    region_part.year = (select max(year) from region_part)
    and (
        region_part.arbeidsmarktregio_code in (select unnest($region_codes))
        or region_part.provincie_code in (select unnest($region_codes))
    )
order by region.name, region_part.municipalities desc;
