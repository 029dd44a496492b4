-- Which provinces have the most open vacancies in this sector and quarter?
-- Equal figures share a rank and a class; a province without a figure has neither. The five classes
-- divide the provinces with a figure by rank. A change of at most 100 lies within the rounding.
with province as (
    select
        region_code,
        name,
    from region
    where kind = 'provincie' and valid_to_year = 9999
),

figure as (
    select
        vacancies.*,
        before.open_vacancies as open_vacancies_year_before,
        before.sign as open_vacancies_year_before_sign,
        before.status as year_before_status,
    from vacancies
    inner join period on period.period = vacancies.quarter
    left join period as period_before
        on period_before.kind = 'quarter'
        and period_before.starts_on = period.starts_on - interval 1 year
    left join vacancies as before
        on before.source_id = vacancies.source_id
        and before.region_code = vacancies.region_code
        and before.sector_code = vacancies.sector_code
        and before.quarter = period_before.period
    where
        vacancies.source_id = 'cbs_vacancies'
        and vacancies.sector_code = $sector_code
        and vacancies.quarter = $quarter
),

ranked as (
    select
        region_code,
        rank() over (order by open_vacancies desc) as rank,
        1 + cast(floor(least(percent_rank() over (order by open_vacancies), 0.99) * 5) as integer)
            as class,
    from figure
    inner join province using (region_code)
    where open_vacancies is not null
)

select
    ranked.rank,
    province.name as region_name,
    figure.open_vacancies,
    figure.sign,
    figure.open_vacancies_year_before,
    figure.open_vacancies_year_before_sign,
    figure.open_vacancies - figure.open_vacancies_year_before as change,
    abs(figure.open_vacancies - figure.open_vacancies_year_before) <= 100 as within_rounding,
    ranked.class,
    coalesce(figure.status, 'published') as status,
    figure.year_before_status,
    province.region_code,
    $sector_code as sector_code,
    $quarter as quarter,
    figure.release_id,
    figure.line,
from province
left join figure using (region_code)
left join ranked using (region_code)
order by ranked.rank nulls last, province.name;
