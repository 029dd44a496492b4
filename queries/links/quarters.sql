-- At the end of which quarters can a link be frozen, newest first?
-- Those in which a region has an open-vacancies figure or a tension.
select
    region_period.period,
    period.label as period_label,
    max(region_period.real_regions) as real_regions,
from region_period
inner join period on period.period = region_period.period and period.kind = 'quarter'
where
    region_period.measure in ('open_vacancies', 'tension')
    and (region_period.real_regions > 0 or $with_sample)
group by region_period.period, period.label, period.starts_on
order by period.starts_on desc;
