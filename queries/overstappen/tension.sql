-- How tight is this occupation in this region, and in the regions that border on it?
with place as (
    select $region_code as region_code, null as border_km
    union all by name
    select neighbour_code as region_code, border_km
    from region_neighbour
    where region_code = $region_code and $with_neighbours
),

grouped as (
    select uwv_group_code, label
    from uwv_group_brc
    inner join uwv_group using (uwv_group_code)
    where brc_group_code = $occupation_code
)

select
    region.name as region_name,
    grouped.label as occupation_label,
    period.label as period_label,
    figure.* exclude (breakdown, region_code, quarter, release_id, line)
        replace (
            coalesce(figure.sign, if(figure.tension_low is null, 'missing', null)) as sign,
            coalesce(figure.status, 'estimated') as status
        ),
    place.region_code,
    grouped.uwv_group_code,
    period.period as quarter,
    figure.release_id,
    figure.line,
from place
inner join region_today as region using (region_code)
cross join grouped
inner join period on period.period = $quarter
left join tension_figure as figure
    on figure.breakdown = grouped.uwv_group_code
    and figure.region_code = place.region_code
    and figure.quarter = $quarter
    and (figure.status <> 'sample' or $with_sample)
order by place.border_km is not null, place.border_km desc, region.name;
