-- To which arbeidsmarktregio, COROP area and province did each municipality belong, per year?
select
    municipality_code,
    municipality.region_name as municipality_name,
    region_link.year,
    arbeidsmarktregio_code,
    arbeidsmarktregio.region_name as arbeidsmarktregio_name,
    corop_code,
    corop.region_name as corop_name,
    provincie_code,
    provincie.region_name as provincie_name,
    status,
    'CBS, Gebieden in Nederland' as source,
from region_link
inner join named_region as municipality
    on municipality.region_code = municipality_code and municipality.year = region_link.year
left join named_region as arbeidsmarktregio
    on arbeidsmarktregio.region_code = arbeidsmarktregio_code
    and arbeidsmarktregio.year = region_link.year
left join named_region as corop
    on corop.region_code = corop_code and corop.year = region_link.year
left join named_region as provincie
    on provincie.region_code = provincie_code and provincie.year = region_link.year
where
    (status <> 'sample' or $with_sample)
    and (
        len($province_codes) = 0
        or provincie_code in (select unnest($province_codes))
    )
order by municipality_code, region_link.year;
