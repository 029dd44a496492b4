-- Which sums of the publisher do not close?
select
    case rule
        when 'sector' then 'sectoren'
        when 'landsdeel' then 'provincies van het landsdeel'
        when 'nederland' then 'twaalf provincies'
    end as parts_label,
    region_name,
    short_label as sector_label,
    period_label as quarter_label,
    published,
    sign as published_sign,
    sum_of_parts,
    difference,
    status,
    region_code,
    sector_code,
    quarter,
from known_deviation
inner join sector using (sector_code)
inner join vacancies using (region_code, sector_code, quarter)
inner join named_period on named_period.period = quarter
inner join named_region using (region_code, year)
where source_id = 'cbs_vacancies'
order by rule, quarter desc, region_name, position;
