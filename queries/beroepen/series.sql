-- How did the tension develop per quarter up to one, missing quarters included?
-- Of the first occupation in every region, and of the others in the first region.
with line as (
    select
        region.region_code,
        region.name as region_name,
        uwv_group.uwv_group_code,
        uwv_group.label as occupation_label,
        uwv_group.uwv_group_code = $uwv_group_codes[1] as is_first_group,
        array_position($region_codes, region.region_code) as region_position,
        array_position($uwv_group_codes, uwv_group.uwv_group_code) as group_position,
    from region_today as region
    cross join uwv_group
    where
        region.region_code in (select unnest($region_codes))
        and uwv_group.uwv_group_code in (select unnest($uwv_group_codes))
        and (region_position = 1 or group_position = 1)
),

figure as (
    select *
    from region_figure
    where
        measure = 'tension'
        and breakdown in (select unnest($uwv_group_codes))
        and region_code in (select unnest($region_codes))
        and (status <> 'sample' or $with_sample)
        and period <= $until
),

span as (
    select
        min(period) as first_quarter,
        max(period) as last_quarter,
    from figure
    where figure_low is not null
)

select
    if(line.is_first_group, line.region_name, line.occupation_label || ', ' || line.region_name)
        as line_label,
    line.occupation_label,
    line.region_name,
    period.label as period_label,
    period.ends_on,
    class_label_of(figure.tension_class) as class_label,
    figure.figure as tension_ratio,
    figure.figure_low as tension_low,
    figure.figure_high as tension_high,
    figure.sign,
    figure.tension_class,
    coalesce(figure.status, 'published') as status,
    figure.release_status,
    line.uwv_group_code,
    line.region_code,
    period.period as quarter,
    figure.release_id,
    figure.line,
from span
cross join line
inner join period
    on period.kind = 'quarter' and period.period between span.first_quarter and span.last_quarter
left join figure
    on figure.breakdown = line.uwv_group_code
    and figure.region_code = line.region_code
    and figure.period = period.period
order by line.group_position, line.region_position, period.period;
