-- How many of the provinces and sectors have a figure in each quarter, and where is it empty?
with cell as (
    select
        period.period,
        period.label,
        region.region_code,
        sector.sector_code,
        vacancies.open_vacancies,
    from period
    cross join (select region_code from region where kind = 'provincie' and valid_to_year = 9999)
        as region
    cross join sector
    left join vacancies
        on vacancies.source_id = 'cbs_vacancies'
        and vacancies.region_code = region.region_code
        and vacancies.sector_code = sector.sector_code
        and vacancies.quarter = period.period
    where
        period.kind = 'quarter'
        and period.period between (select min(quarter) from vacancies)
        and (select max(quarter) from vacancies)
)

select
    label as quarter_label,
    count(distinct region_code) filter (where open_vacancies is not null) as provinces,
    count(distinct sector_code) filter (where open_vacancies is not null) as sectors,
    count(open_vacancies) as figures,
    count(*) as cells,
    period as quarter,
from cell
group by all
having count(open_vacancies) < count(*)
order by period desc;
