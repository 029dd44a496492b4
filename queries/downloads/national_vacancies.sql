-- How many vacancies were open, created and filled in the whole country, per sector and period?
-- The series are tables of CBS that are never joined; what a table does not hold does not apply.
select
    region.region_code,
    region.name as region_name,
    series,
    sector_code,
    sector_label,
    named_period.* exclude (year),
    open_vacancies,
    if(open_vacancies is null, coalesce(sign, 'not_applicable'), sign) as open_vacancies_sign,
    created_vacancies,
    if(created_vacancies is null, coalesce(sign, 'not_applicable'), null)
        as created_vacancies_sign,
    filled_vacancies,
    if(filled_vacancies is null, coalesce(sign, 'not_applicable'), null)
        as filled_vacancies_sign,
    vacancies_per_1000_jobs,
    if(vacancies_per_1000_jobs is null, coalesce(sign, 'not_applicable'), null)
        as vacancies_per_1000_jobs_sign,
    status,
    release_status,
    release_origin.*,
    line,
from national_vacancies
inner join region on region.region_code = 'NL01'
inner join named_period using (period)
left join release_origin using (release_id)
where status <> 'sample' or $with_sample
order by series, sector_code, period, source_id;
