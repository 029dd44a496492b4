-- Of which quarters, oldest first, is the tension of occupation groups known?
select
    quarter,
    period_label_of(quarter) as quarter_label,
    max(status) as status,
from occupation_tension
where status <> 'sample' or $with_sample
group by quarter
order by quarter;
