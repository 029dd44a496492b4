-- Which sums of the publisher do not close?
select
    case known_deviation.rule
        when 'sector' then 'sectoren'
        when 'landsdeel' then 'provincies van het landsdeel'
        when 'nederland' then 'twaalf provincies'
    end as parts_label,
    region.name as region_name,
    sector.short_label as sector_label,
    period.label as quarter_label,
    known_deviation.published,
    vacancies.sign as published_sign,
    known_deviation.sum_of_parts,
    known_deviation.difference,
    vacancies.status,
    known_deviation.region_code,
    known_deviation.sector_code,
    known_deviation.quarter,
from known_deviation
inner join sector using (sector_code)
inner join vacancies
    on vacancies.source_id = 'cbs_vacancies'
    and vacancies.region_code = known_deviation.region_code
    and vacancies.sector_code = known_deviation.sector_code
    and vacancies.quarter = known_deviation.quarter
inner join period on period.period = known_deviation.quarter
inner join region
    on region.region_code = known_deviation.region_code
    and period.year between region.valid_from_year and region.valid_to_year
order by known_deviation.rule, known_deviation.quarter, region.name, sector.position;
