-- In which periods up to a quarter does a region of this kind have a figure, newest first?
select
    region_period.period,
    period.label as period_label,
    period.kind as period_kind,
    region_period.real_regions,
from region_period
inner join period on period.period = region_period.period
where
    region_period.measure = $measure
    and region_period.breakdown = $breakdown
    and region_period.kind = $kind
    and (region_period.real_regions > 0 or $with_sample)
    and period.ends_on
        <= coalesce((select ends_on from period where period = $until), date '9999-12-31')
order by period.ends_on desc, period.kind;
