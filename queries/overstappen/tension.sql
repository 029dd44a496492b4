-- How tight is this occupation in this region, and in the regions that border on it?
with place as (
    select
        region_code,
        name,
        null as border_km,
    from region_today
    where region_code = $region_code
    union all by name
    select
        region.region_code,
        region.name,
        region_neighbour.border_km,
    from region_neighbour
    inner join region_today as region on region.region_code = region_neighbour.neighbour_code
    where region_neighbour.region_code = $region_code and $with_neighbours
),

grouped as (
    select
        uwv_group.uwv_group_code,
        uwv_group.label,
    from uwv_group_brc
    inner join uwv_group using (uwv_group_code)
    where uwv_group_brc.brc_group_code = $occupation_code
)

select
    place.name as region_name,
    grouped.label as occupation_label,
    period.label as period_label,
    class_label_of(figure.tension_class) as class_label,
    figure.figure as tension_ratio,
    figure.figure_low as tension_low,
    figure.figure_high as tension_high,
    coalesce(figure.sign, if(figure.figure_low is null, 'missing', null)) as sign,
    figure.tension_class,
    coalesce(figure.status, 'estimated') as status,
    figure.release_status,
    place.region_code,
    grouped.uwv_group_code,
    period.period as quarter,
    figure.release_id,
    figure.line,
from place
cross join grouped
inner join period on period.period = $quarter
left join region_figure as figure
    on figure.measure = 'tension'
    and figure.breakdown = grouped.uwv_group_code
    and figure.region_code = place.region_code
    and figure.period = $quarter
    and (figure.status <> 'sample' or $with_sample)
order by place.border_km is not null, place.border_km desc, place.name;
