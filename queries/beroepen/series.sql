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
    from tension_figure
    where
        breakdown in (select unnest($uwv_group_codes))
        and region_code in (select unnest($region_codes))
        and (status <> 'sample' or $with_sample)
        and quarter <= $until
),

span as (
    select
        min(quarter) as first_quarter,
        max(quarter) as last_quarter,
    from figure
    where tension_low is not null
)

select
    if(line.is_first_group, line.region_name, line.occupation_label || ', ' || line.region_name)
        as line_label,
    line.occupation_label,
    line.region_name,
    period.label as period_label,
    period.ends_on,
    figure.* exclude (breakdown, region_code, quarter, release_id, line)
        replace (coalesce(figure.status, 'published') as status),
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
    and figure.quarter = period.period
order by line.group_position, line.region_position, period.period;
