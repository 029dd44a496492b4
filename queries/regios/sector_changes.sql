-- In which sectors do vacancies rise or fall here, compared with a year earlier?
-- The sectors are those that are no sum of others. A difference lies within the rounding when
-- it is no larger than what both figures may be off.
with figure as (
    select *
    from vacancies
    where source_id = 'cbs_vacancies' and quarter in ($quarter, year_before($quarter))
)

select
    region.name as region_name,
    leaf.short_label as sector_label,
    period.label as quarter_label,
    vacancies.open_vacancies,
    vacancies.sign,
    year_before.open_vacancies as open_vacancies_year_before,
    year_before.sign as open_vacancies_year_before_sign,
    vacancies.open_vacancies - year_before.open_vacancies as change,
    case
        when abs(change) <= vacancies.margin + year_before.margin then 'same'
        when change > 0 then 'rising'
        when change < 0 then 'falling'
        else 'unknown'
    end as direction,
    coalesce(vacancies.status, 'published') as status,
    year_before.status as year_before_status,
    region.region_code,
    leaf.sector_code,
    $quarter as quarter,
    vacancies.release_id,
    vacancies.line,
from period
inner join region_today as region on region.region_code in (select unnest($region_codes))
inner join sector as leaf
    on leaf.sector_code not in (select parent_code from sector where parent_code is not null)
left join figure as vacancies
    on vacancies.region_code = region.region_code
    and vacancies.sector_code = leaf.sector_code
    and vacancies.quarter = $quarter
left join figure as year_before
    on year_before.region_code = region.region_code
    and year_before.sector_code = leaf.sector_code
    and year_before.quarter <> $quarter
where period.period = $quarter
order by region.name, abs(change) desc nulls last, leaf.position;
