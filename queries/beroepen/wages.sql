-- What do those who work in each occupation earn per hour in the newest year up to a quarter, the median?
-- The mean of a year, and of other groups than are employed in a quarter: never one series with those.
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
