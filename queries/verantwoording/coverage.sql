-- How many of the provinces and sectors have a figure in each quarter, and where is it empty?
-- A fictitious figure counts as empty.
with figure as (
    select *
    from vacancies
    where source_id = 'cbs_vacancies' and status <> 'sample'
)

select
    period.label as quarter_label,
    count(distinct region.region_code) filter (where open_vacancies is not null) as provinces,
    count(distinct sector.sector_code) filter (where open_vacancies is not null) as sectors,
    count(open_vacancies) as figures,
    count(*) as cells,
    period as quarter,
from period
inner join region_today as region on region.kind = 'provincie'
cross join sector
left join figure
    on figure.region_code = region.region_code
    and figure.sector_code = sector.sector_code
    and figure.quarter = period.period
where
    period.kind = 'quarter'
    and period.period between (select min(quarter) from figure)
    and (select max(quarter) from figure)
group by all
having count(open_vacancies) < count(*)
order by period desc;
