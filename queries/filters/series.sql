-- Which series of this measure have a figure for a region of this kind, newest first?
-- They were made by different methods and do not compare.
select
    breakdown,
    coalesce(label_of('series', breakdown), breakdown) as series_label,
    max(period) as newest,
from region_period
where measure = $measure and kind = $kind
group by breakdown
order by newest desc, breakdown;
