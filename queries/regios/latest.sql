-- What is the newest figure of this measure per region, how does it compare with a year earlier,
-- and for how many periods in a row has its class been the same?
with figure as (
    select region_figure.*, starts_on, label as period_label
    from region_figure
    inner join period using (period)
    where
        measure = $measure
        and breakdown = $breakdown
        and (status <> 'sample' or $with_sample)
        and region_code in (select unnest($region_codes))
        and kind = (select kind from period where period = $period)
        and period <= $period
),

latest as (
    select *
    from figure
    where figure_low is not null or (measure = 'tension' and period = $period)
    qualify row_number() over (partition by region_code order by period desc) = 1
),

-- A run ends where the class is another or unknown, a period is missing, or a fictitious figure
-- stands beside a real one.
stepped as (
    select
        region_code,
        period,
        tension_class,
        coalesce(
            tension_class <> lag(tension_class) over run
            or lag(tension_class) over run is null
            or (status = 'sample') <> (lag(status) over run = 'sample')
            or date_diff('month', lag(starts_on) over run, starts_on) > 3,
            true
        ) as is_new,
    from figure
    window run as (partition by region_code order by period)
),

streak as (
    select
        region_code,
        period,
        row_number() over (partition by region_code, run order by period) as periods,
    from (
        select *, sum(cast(is_new as integer)) over (partition by region_code order by period) as run
        from stepped
    ) as numbered
)

select
    region.name as region_name,
    latest.period_label,
    latest.figure,
    latest.figure_low,
    latest.figure_high,
    latest.sign,
    latest.tension_class,
    class_label_of(latest.tension_class) as class_label,
    total.groups,
    total.expected_groups,
    if(latest.tension_class is null, null, streak.periods) as periods_in_class,
    year_before.figure as figure_year_before,
    year_before.sign as figure_year_before_sign,
    latest.figure - year_before.figure as change_year_before,
    latest.figure_low > year_before.figure_high or latest.figure_high < year_before.figure_low
        as is_changed_year_before,
    latest.period < $period as is_behind,
    measure.label as measure_label,
    period_label_of(latest.base_period) as base_label,
    measure.unit as unit_label,
    measure.decimals,
    coalesce(regexp_extract(source.publisher, '\(([A-Z]+)\)', 1), '') as publisher,
    latest.status,
    year_before.status as year_before_status,
    latest.region_code,
    latest.measure,
    latest.breakdown,
    latest.period,
    latest.base_period,
    latest.release_id,
    latest.second_release_id,
    latest.line,
from latest
inner join measure using (measure)
left join source on source.source_id = measure.source_id
inner join region_today as region on region.region_code = latest.region_code
left join streak
    on streak.region_code = latest.region_code and streak.period = latest.period
left join figure as year_before
    on year_before.region_code = latest.region_code
    and year_before.starts_on = latest.starts_on - interval 1 year
    and (year_before.status = 'sample') = (latest.status = 'sample')
left join field_tension as total
    on latest.measure = 'tension'
    and total.technical_field = latest.breakdown
    and total.region_code = latest.region_code
    and total.quarter = latest.period
order by region.name;
