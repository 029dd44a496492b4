-- How did this measure develop in these regions up to a quarter, missing periods included?
-- Over periods of the kind of the one asked for: months, quarters and years are not mixed.
with asked as (
    select kind
    from period
    where period = $period
),

span as (
    select
        min(period) as first_period,
        max(period) as last_period,
    from region_period
    inner join period using (period)
    where
        measure = $measure
        and breakdown = $breakdown
        and (real_regions > 0 or $with_sample)
        and period.kind = (select kind from asked)
        and ends_on <= end_of($until)
),

figure as (
    select *
    from region_figure
    where
        measure = $measure
        and breakdown = $breakdown
        and region_code in (select unnest($region_codes))
        and (status <> 'sample' or $with_sample)
)

select
    region.name as region_name,
    period.period,
    period.label as period_label,
    period.ends_on,
    figure.figure,
    figure.figure_low,
    figure.figure_high,
    figure.sign,
    class_label_of(figure.tension_class) as class_label,
    period_label_of(figure.base_period) as base_label,
    measure.unit as unit_label,
    measure.decimals,
    coalesce(figure.status, 'published') as status,
    figure.release_status,
    region.region_code,
    $measure as measure,
    $breakdown as breakdown,
    figure.release_id,
    figure.second_release_id,
    figure.line,
from span
cross join asked
inner join measure on measure.measure = $measure
inner join period
    on period.kind = asked.kind
    and period.period between span.first_period and span.last_period
inner join region_today as region on region.region_code in (select unnest($region_codes))
left join figure
    on figure.region_code = region.region_code
    and figure.period = period.period
order by
    array_position($region_codes, region.region_code), period.period;
