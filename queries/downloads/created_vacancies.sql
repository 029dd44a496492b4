-- How many vacancies were created in the whole country, per sector, occupation and year?
select
    'NL01' as region_code,
    region.name as region_name,
    created_vacancies.sector_code,
    created_vacancies.sector_label,
    created_vacancies.occupation_code,
    occupation.label as occupation_label,
    created_vacancies.year as period,
    period.label as period_label,
    period.starts_on as period_starts_on,
    created_vacancies.created_vacancies,
    created_vacancies.sign,
    created_vacancies.status,
    created_vacancies.release_status,
    concat_ws(', ', release.publisher, release.table_id) as source,
    release.retrieved_on,
    release.modified_on,
    created_vacancies.release_id,
    created_vacancies.line,
from created_vacancies
inner join region on region.region_code = 'NL01'
inner join period on period.period = created_vacancies.year
left join occupation on occupation.occupation_code = created_vacancies.occupation_code
left join release on release.release_id = created_vacancies.release_id
where created_vacancies.status <> 'sample' or $with_sample
order by
    created_vacancies.sector_code,
    created_vacancies.occupation_code,
    created_vacancies.year,
    created_vacancies.source_id;
