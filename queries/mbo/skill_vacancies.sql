-- How many technical vacancies stood open in Nederland per skill level of ISCO, by each edition of the
-- monitor of the Techniekpact up to a quarter, newest first?
-- Editions do not compare: no figure here is a difference of two. Levels as printed may come to less or
-- more than their total, which was rounded by itself.
with printed as (
    select
        skill_vacancies.*,
        max(open_vacancies) filter (skill_level = 'total') over same as total,
        sum(open_vacancies) filter (skill_level <> 'total') over same as sum_of_levels,
    from skill_vacancies
    inner join period on period.period = quarter
    where period.ends_on <= end_of($until)
    window same as (partition by edition, quarter, field)
)

select
    period.label as period_label,
    'Nederland' as region_name,
    label_of('vacancy_field', field) as field_label,
    label_of('skill_level', skill_level) as skill_level_label,
    open_vacancies,
    100 * open_vacancies / total as share_pct,
    sum_of_levels,
    sum_of_levels is not null
    and dense_rank() over (order by sum_of_levels is null, quarter desc, edition desc) = 1
        as is_newest_split,
    page.label as edition_label,
    if(is_older_method, 'methode tot 2022', 'methode vanaf 2022') as method_label,
    url,
    printed.status,
    skill_level,
    field,
    quarter as period,
    edition,
    release_id,
    line,
from printed
inner join period on period.period = quarter
inner join period as page on page.period = edition
order by quarter desc, edition desc, field = 'technisch' desc, skill_level = 'total' desc, skill_level;
