-- Which arbeidsmarktregio's lie in this area, and in which provinces outside it do they lie as well?
with part as (
    select
        region_part.arbeidsmarktregio_code as region_code,
        region_part.municipalities,
        province.name as province_name,
        $is_whole and region_part.provincie_code not in (select unnest($region_codes))
            as is_outside,
        region_part.provincie_code in (select unnest($region_codes))
            or region_part.arbeidsmarktregio_code in (select unnest($region_codes)) as is_asked,
    from region_part_today as region_part
    inner join region_today as province on province.region_code = region_part.provincie_code
)

select
    region.name as region_name,
    string_agg(part.province_name, ' en ' order by part.municipalities desc)
        filter (part.is_outside) as outside_names,
    part.region_code,
from part
inner join region_today as region on region.region_code = part.region_code
group by part.region_code, region.name
having bool_or(part.is_asked)
order by region.name;
