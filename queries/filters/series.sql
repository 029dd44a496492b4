-- Which series of this measure have a figure for a region of this kind, newest first?
-- They were made by different methods and do not compare.
select
    region_period.breakdown,
    coalesce(series.label, region_period.breakdown) as series_label,
    max(region_period.period) as newest,
from region_period
left join code_label as series
    on series.list = 'series' and series.code = region_period.breakdown
where region_period.measure = $measure and region_period.kind = $kind
group by region_period.breakdown, series.label
order by newest desc;
