-- Which series of this measure have a figure for a region of this kind, newest first?
-- They were made by different methods and do not compare.
select
    region_period.breakdown,
    coalesce(label_of('series', region_period.breakdown), region_period.breakdown) as series_label,
    max(region_period.period) as newest,
from region_period
where region_period.measure = $measure and region_period.kind = $kind
group by region_period.breakdown, label_of('series', region_period.breakdown)
order by newest desc;
