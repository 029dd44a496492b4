-- Of which quarters, oldest first, is the tension of occupation groups known?
select
    occupation_tension.quarter,
    period.label as quarter_label,
    max(occupation_tension.status) as status,
from occupation_tension
inner join period on period.period = occupation_tension.quarter
where occupation_tension.status <> 'sample' or $with_sample
group by all
order by occupation_tension.quarter;
