-- To which arbeidsmarktregio, COROP area and province did each municipality belong, per year?
select
    region_link.municipality_code,
    municipality.name as municipality_name,
    region_link.year,
    region_link.arbeidsmarktregio_code,
    arbeidsmarktregio.name as arbeidsmarktregio_name,
    region_link.corop_code,
    corop.name as corop_name,
    region_link.provincie_code,
    provincie.name as provincie_name,
    region_link.status,
    'CBS, Gebieden in Nederland' as source,
from region_link
inner join region as municipality
    on municipality.region_code = region_link.municipality_code
    and region_link.year between municipality.valid_from_year and municipality.valid_to_year
left join region as arbeidsmarktregio
    on arbeidsmarktregio.region_code = region_link.arbeidsmarktregio_code
    and region_link.year
    between arbeidsmarktregio.valid_from_year and arbeidsmarktregio.valid_to_year
left join region as corop
    on corop.region_code = region_link.corop_code
    and region_link.year between corop.valid_from_year and corop.valid_to_year
left join region as provincie
    on provincie.region_code = region_link.provincie_code
    and region_link.year between provincie.valid_from_year and provincie.valid_to_year
where
    (region_link.status <> 'sample' or $with_sample)
    and (
        len($province_codes) = 0
        or region_link.provincie_code in (select unnest($province_codes))
    )
order by
    region_link.municipality_code,
    region_link.year;
