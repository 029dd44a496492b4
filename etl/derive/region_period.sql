-- In which periods a measure has figures, per breakdown and kind of region.
delete from region_period;

insert into region_period by name
select
    region_figure.measure,
    region_figure.breakdown,
    region.kind,
    region_figure.period,
    count(*) filter (region_figure.status <> 'sample') as real_regions,
    count(*) filter (region_figure.status = 'sample') as sample_regions,
from region_figure
inner join region_today as region using (region_code)
where region_figure.figure_low is not null
group by region_figure.measure, region_figure.breakdown, region.kind, region_figure.period;
