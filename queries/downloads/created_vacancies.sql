-- How many vacancies were created in the whole country, per sector, occupation and year?
select
    region.region_code,
    region.name as region_name,
    sector_code,
    sector_label,
    occupation_code,
    occupation.label as occupation_label,
    named_period.* exclude (year),
    created_vacancies.created_vacancies,
    sign,
    created_vacancies.status,
    release_status,
    release_origin.*,
    line,
from created_vacancies
inner join region on region.region_code = 'NL01'
inner join named_period on named_period.period = created_vacancies.year
left join occupation using (occupation_code)
left join release_origin using (release_id)
where created_vacancies.status <> 'sample' or $with_sample
order by sector_code, occupation_code, period, source_id;
