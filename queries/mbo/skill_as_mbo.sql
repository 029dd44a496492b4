-- Which mbo levels would the newest published split of technical vacancies by skill level of ISCO ask
-- for, by the assumption of this monitor?
-- The vacancies of a skill level times the share of each mbo level, with the bounds of that share; they
-- were rounded to hundreds.
with newest as (
    select skill_vacancies.*
    from skill_vacancies
    inner join period on period.period = quarter
    where field = 'technisch' and skill_level <> 'total' and ends_on <= end_of($until)
    qualify dense_rank() over (order by quarter desc, edition desc) = 1
)

select
    label_of('mbo_level', mbo_level) as level_label,
    period.label as period_label,
    'Nederland' as region_name,
    round(sum(share * open_vacancies), -2) as vacancies,
    round(sum(share_low * (open_vacancies - 50)), -2) as vacancies_low,
    round(sum(share_high * (open_vacancies + 50)), -2) as vacancies_high,
    100 * sum(share * open_vacancies) / sum(sum(open_vacancies * share)) over () as share_pct,
    if(bool_or(newest.status = 'sample'), 'sample', 'estimated') as status,
    mbo_level,
    quarter as period,
    any_value(release_id) as release_id,
    min(line) as line,
from newest
inner join isco_level_share on isco_level_share.skill_level = cast(newest.skill_level as integer)
inner join period on period.period = quarter
where mbo_level <> 'unmapped'
group by mbo_level, quarter, period.label
order by array_position(['mbo1', 'mbo2_3', 'mbo4', 'hbo_plus'], mbo_level);
