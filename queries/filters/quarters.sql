-- In which quarters up to one has any of these measures a figure, newest first?
select
    period,
    label as period_label,
    period.kind as period_kind,
    max(real_regions) as real_regions,
from region_period
inner join period using (period)
where
    measure in (select unnest($measures))
    and period.kind = 'quarter'
    and (real_regions > 0 or $with_sample)
    and period <= $until
group by period, label, period.kind
order by period desc;
