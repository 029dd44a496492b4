-- How do those who work in Nederland and have mbo 2, 3 or 4 divide over mbo 2-3 and mbo 4?
-- All occupations together, as CBS counts them: for no occupation apart.
select
    period.label as period_label,
    'Nederland' as region_name,
    max(employed) filter (education = '211') as employed_mbo2_3,
    max(employed) filter (education = '212') as employed_mbo4,
    100 * employed_mbo2_3 / (employed_mbo2_3 + employed_mbo4) as mbo2_3_workers_pct,
    100 * employed_mbo4 / (employed_mbo2_3 + employed_mbo4) as mbo4_workers_pct,
    if(bool_or(status = 'sample'), 'sample', 'published') as status,
    employed_education.period,
    max(release_id) as release_id,
    min(line) as line,
from employed_education
inner join period on period.period = employed_education.period
where source_id = 'cbs_employment' and ends_on <= end_of($until)
group by period.label, employed_education.period
order by employed_education.period desc
limit 1;
