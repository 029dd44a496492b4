-- How tight each group of UWV is in a region in one quarter, and which of its neighbours are tight
-- when those are asked for. One row per group with a figure in any of these.
create macro tension_around(here_code, at_quarter, with_neighbours, with_sample) as table
with place as (
    select region_code, name, true as is_here
    from region
    where region_code = here_code and valid_to_year = 9999
    union all by name
    select region.region_code, region.name, false as is_here
    from region_neighbour
    inner join region
        on region.region_code = region_neighbour.neighbour_code and region.valid_to_year = 9999
    where region_neighbour.region_code = here_code and with_neighbours
),

figure as (
    select
        region_figure.*,
        place.name,
        place.is_here,
        class.label as class_label,
        coalesce(class.is_tight, false) as is_tight,
    from region_figure
    inner join place using (region_code)
    left join tension_class as class
        on class.tension_class = region_figure.tension_class
    where
        region_figure.measure = 'tension'
        and region_figure.period = at_quarter
        and (region_figure.status <> 'sample' or with_sample)
),

here as (select * from figure where is_here),

around as (
    select
        breakdown,
        coalesce(
            string_agg(name || ' (' || class_label || ')', ', ' order by name) filter (is_tight),
            'geen'
        ) as neighbours_label,
        bool_or(is_tight) as is_tight,
        arg_max(status, array_position(['published', 'estimated', 'sample'], status))
            as status,
    from figure
    where not is_here
    group by breakdown
)

select
    breakdown,
    here.class_label,
    here.figure as tension_ratio,
    here.figure_low as tension_low,
    here.figure_high as tension_high,
    here.sign,
    here.tension_class,
    around.neighbours_label,
    coalesce(here.is_tight, false) or coalesce(around.is_tight, false) as is_tight,
    if('sample' in (here.status, around.status), 'sample', 'estimated') as status,
    here.release_status,
    here.release_id,
    here.line,
from here
full join around using (breakdown);
