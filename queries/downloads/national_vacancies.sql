-- How many vacancies were open, created and filled in the whole country, per sector and period?
-- The series are tables of CBS that are never joined; what a table does not hold does not apply.
select
    'NL01' as region_code,
    region.name as region_name,
    national_vacancies.series,
    national_vacancies.sector_code,
    national_vacancies.sector_label,
    national_vacancies.period,
    period.label as period_label,
    period.starts_on as period_starts_on,
    national_vacancies.open_vacancies,
    if(
        national_vacancies.open_vacancies is null,
        coalesce(national_vacancies.sign, 'not_applicable'),
        national_vacancies.sign
    ) as open_vacancies_sign,
    national_vacancies.created_vacancies,
    if(
        national_vacancies.created_vacancies is null,
        coalesce(national_vacancies.sign, 'not_applicable'),
        null
    ) as created_vacancies_sign,
    national_vacancies.filled_vacancies,
    if(
        national_vacancies.filled_vacancies is null,
        coalesce(national_vacancies.sign, 'not_applicable'),
        null
    ) as filled_vacancies_sign,
    national_vacancies.vacancies_per_1000_jobs,
    if(
        national_vacancies.vacancies_per_1000_jobs is null,
        coalesce(national_vacancies.sign, 'not_applicable'),
        null
    ) as vacancies_per_1000_jobs_sign,
    national_vacancies.status,
    national_vacancies.release_status,
    concat_ws(', ', release.publisher, release.table_id) as source,
    release.retrieved_on,
    release.modified_on,
    national_vacancies.release_id,
    national_vacancies.line,
from national_vacancies
inner join region on region.region_code = 'NL01'
inner join period on period.period = national_vacancies.period
left join release on release.release_id = national_vacancies.release_id
where national_vacancies.status <> 'sample' or $with_sample
order by
    national_vacancies.series,
    national_vacancies.sector_code,
    national_vacancies.period,
    national_vacancies.source_id;
