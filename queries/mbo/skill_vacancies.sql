-- How many technical vacancies stood open in Nederland per skill level of ISCO, by each edition of the
-- monitor of the Techniekpact up to a quarter, newest first?
-- Editions do not compare: no figure here is a difference of two. Levels as printed may come to less or
-- more than their total, which was rounded by itself.
select
    period.label as period_label,
    'Nederland' as region_name,
    label_of('vacancy_field', field) as field_label,
    label_of('skill_level', skill_level) as skill_level_label,
    open_vacancies,
    100 * open_vacancies / max(open_vacancies) filter (skill_level = 'total') over same as share_pct,
    sum(open_vacancies) filter (skill_level <> 'total') over same as sum_of_levels,
    page.label as edition_label,
    if(is_older_method, 'methode tot 2022', 'methode vanaf 2022') as method_label,
    url,
    skill_vacancies.status,
    skill_level,
    field,
    quarter as period,
    edition,
    release_id,
    line,
from skill_vacancies
inner join period on period.period = quarter
inner join period as page on page.period = edition
where period.ends_on <= end_of($until)
window same as (partition by edition, quarter, field)
order by quarter desc, edition desc, field = 'technisch' desc, skill_level = 'total' desc, skill_level;
