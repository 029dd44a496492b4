-- In which quarters does a province have a figure for this sector, and how many of the twelve do?
select
    vacancies.quarter,
    period.label as quarter_label,
    count(vacancies.open_vacancies) as provinces,
from vacancies
inner join region
    on region.region_code = vacancies.region_code
    and region.kind = 'provincie'
inner join period on period.period = vacancies.quarter
where vacancies.source_id = 'cbs_vacancies' and vacancies.sector_code = $sector_code
group by all
having count(vacancies.open_vacancies) > 0
order by vacancies.quarter desc;
