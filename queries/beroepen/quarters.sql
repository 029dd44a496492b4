-- In which quarters up to one has any occupation a tension, newest first?
select
    region_period.period,
    period.label as period_label,
    period.kind as period_kind,
    max(region_period.real_regions) as real_regions,
from region_period
inner join period on period.period = region_period.period
where
    region_period.measure = 'tension'
    and (region_period.real_regions > 0 or $with_sample)
    and region_period.period <= $until
group by region_period.period, period.label, period.kind, period.ends_on
order by period.ends_on desc;
