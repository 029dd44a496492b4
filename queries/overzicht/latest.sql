-- What is the newest figure per region and sector up to a quarter, and how does it compare with a
-- year earlier?
-- A difference of at most 100 lies within the rounding: two figures, each rounded to 100.
with figure as (
    select
        vacancies.*,
        period.starts_on,
        period.label as quarter_label,
    from vacancies
    inner join period on period.period = vacancies.quarter
    where vacancies.source_id = 'cbs_vacancies' and vacancies.open_vacancies is not null
),

latest as (
    select *
    from figure
    where
        region_code in (select unnest($region_codes))
        and sector_code in (select unnest($sector_codes))
        and quarter <= $until
    qualify row_number() over (partition by region_code, sector_code order by quarter desc) = 1
),

newest as (
    select max(quarter) as quarter
    from figure
    where quarter <= $until
)

select
    region.name as region_name,
    sector.short_label as sector_label,
    latest.quarter,
    latest.quarter_label,
    latest.open_vacancies,
    latest.sign,
    before.open_vacancies as open_vacancies_year_before,
    before.sign as open_vacancies_year_before_sign,
    latest.open_vacancies - before.open_vacancies as change,
    abs(latest.open_vacancies - before.open_vacancies) <= 100 as within_rounding,
    latest.quarter < newest.quarter as is_behind,
    latest.status,
    before.status as year_before_status,
    latest.region_code,
    latest.sector_code,
    latest.release_id,
    latest.line,
from latest
cross join newest
inner join sector using (sector_code)
inner join region
    on region.region_code = latest.region_code
    and year(latest.starts_on) between region.valid_from_year and region.valid_to_year
left join figure as before
    on before.region_code = latest.region_code
    and before.sector_code = latest.sector_code
    and before.starts_on = latest.starts_on - interval 1 year
order by sector.position, region.name;
