-- How many vacancies were created in Nederland in the classes that technical occupations are of, per
-- year up to a quarter, newest first?
select
    occupation.label as class_of_occupations_label,
    sector_label,
    period.label as period_label,
    'Nederland' as region_name,
    created_vacancies,
    sign,
    status,
    release_status,
    occupation_code,
    sector_code,
    created_vacancies.year as period,
    release_id,
    line,
from created_vacancies
inner join occupation using (occupation_code)
inner join period on period.period = created_vacancies.year
where
    occupation_code in (select left(occupation_code, 2) from occupation where is_technical)
    and ends_on <= end_of($until)
order by created_vacancies.year desc, occupation_code, sector_code = 'A-U' desc, sector_code;
