-- How many vacancies stood open per 1 000 jobs of employees in each sector of the whole country, in the
-- newest quarter up to one? Sectors that are no sum of others, and all together.
with leaf as (
    select sbi, parent_code is null as is_total
    from sector
    where parent_code is null
        or sector_code not in (select parent_code from sector where parent_code is not null)
)

select
    sector_label,
    label as period_label,
    vacancies_per_1000_jobs,
    sign,
    status,
    release_status,
    is_total,
    sector_code,
    national_vacancies.period,
    release_id,
    line,
from national_vacancies
inner join period using (period)
inner join leaf on leaf.sbi = sector_code
where series = '80567ned' and kind = 'quarter' and ends_on <= end_of($until)
qualify national_vacancies.period = max(national_vacancies.period) over ()
order by is_total desc, vacancies_per_1000_jobs desc nulls last, sector_label;
