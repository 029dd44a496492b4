-- What is the newest figure per region and sector up to a quarter, and how does it compare with a
-- year earlier?
-- A difference lies within the rounding when it is no larger than what both figures may be off.
with figure as (
    select *
    from vacancies
    where source_id = 'cbs_vacancies' and open_vacancies is not null
),

latest as (
    select *
    from figure
    where
        region_code in (select unnest($region_codes))
        and sector_code in (select unnest($sector_codes))
        and quarter <= $until
    qualify row_number() over (partition by region_code, sector_code order by quarter desc) = 1
)

select
    region_name,
    sector.short_label as sector_label,
    latest.quarter,
    period_label as quarter_label,
    end_of(latest.quarter) as ends_on,
    latest.open_vacancies,
    latest.sign,
    before.open_vacancies as open_vacancies_year_before,
    before.sign as open_vacancies_year_before_sign,
    latest.open_vacancies - before.open_vacancies as change,
    abs(change) <= latest.margin + before.margin as within_rounding,
    latest.quarter < (select max(quarter) from figure where quarter <= $until) as is_behind,
    latest.status,
    before.status as year_before_status,
    latest.region_code,
    latest.sector_code,
    latest.release_id,
    latest.line,
from latest
inner join sector using (sector_code)
inner join named_period on named_period.period = latest.quarter
inner join named_region using (region_code, year)
left join figure as before
    on before.region_code = latest.region_code
    and before.sector_code = latest.sector_code
    and before.quarter = year_before(latest.quarter)
order by sector.position, region_name;
