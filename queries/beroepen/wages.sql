-- What do those who work in each occupation earn per hour in the newest year up to a quarter, the median?
-- A whole year: never in one series with who is employed in a quarter. An occupation without a figure
-- has no row.
select
    occupation.label as brc_label,
    period.label as period_label,
    'Nederland' as region_name,
    hourly_wage,
    wage.status,
    occupation_code,
    wage.year as period,
    release_id,
    line,
from occupation_wage as wage
inner join occupation using (occupation_code)
inner join period on period.period = wage.year
where
    occupation.is_technical
    and ends_on <= end_of($until)
    and (wage.status <> 'sample' or $with_sample)
qualify dense_rank() over (order by wage.year desc) = 1
order by hourly_wage desc, brc_label;
