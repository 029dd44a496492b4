-- How many vacancies stood open at the end of each quarter up to one, per region and sector, gaps
-- included?
with span as (
    select
        min(quarter) as first_quarter,
        max(quarter) as last_quarter,
    from vacancies
    where source_id = 'cbs_vacancies' and quarter <= $until
)

select
    region.region_name,
    sector.short_label as sector_label,
    period.period as quarter,
    period.label as period_label,
    period.ends_on,
    vacancies.open_vacancies,
    vacancies.sign,
    coalesce(vacancies.status, 'published') as status,
    vacancies.release_status,
    region.region_code,
    sector.sector_code,
    vacancies.release_id,
    vacancies.line,
from span
inner join period
    on period.kind = 'quarter'
    and period.period between span.first_quarter and span.last_quarter
inner join named_region as region
    on region.region_code in (select unnest($region_codes)) and region.year = period.year
inner join sector on sector.sector_code in (select unnest($sector_codes))
left join vacancies
    on vacancies.source_id = 'cbs_vacancies'
    and vacancies.region_code = region.region_code
    and vacancies.sector_code = sector.sector_code
    and vacancies.quarter = period.period
order by sector.position, region.region_code = 'NL01', region.region_name, period.period;
