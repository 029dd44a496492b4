-- One row per group of UWV or techniekdomein, region and quarter: its tension in the words and order
-- in which questions answer it.
create view tension_figure as
select
    class_label_of(tension_class) as class_label,
    figure as tension_ratio,
    figure_low as tension_low,
    figure_high as tension_high,
    sign,
    tension_class,
    status,
    release_status,
    breakdown,
    region_code,
    period as quarter,
    release_id,
    line,
from region_figure
where measure = 'tension';

-- How tight each group of UWV is in a region in one quarter, and which of its neighbours are tight
-- when those are asked for. One row per group with a figure in any of these.
create macro tension_around(here_code, at_quarter, with_neighbours, with_sample) as table
with place as (
    select region_code, name, true as is_here
    from region_today
    where region_code = here_code
    union all by name
    select region.region_code, region.name, false as is_here
    from region_neighbour
    inner join region_today as region on region.region_code = region_neighbour.neighbour_code
    where region_neighbour.region_code = here_code and with_neighbours
),

figure as (
    select tension_figure.*, name, is_here, coalesce(class.is_tight, false) as is_tight,
    from tension_figure
    inner join place using (region_code)
    left join tension_class as class using (tension_class)
    where quarter = at_quarter and (status <> 'sample' or with_sample)
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
    around.neighbours_label,
    here.class_label,
    here.tension_ratio,
    here.tension_low,
    here.tension_high,
    here.sign,
    here.tension_class,
    coalesce(here.is_tight, false) or coalesce(around.is_tight, false) as is_tight,
    if('sample' in (here.status, around.status), 'sample', 'estimated') as status,
    here.release_status,
    here.release_id,
    here.line,
from here
full join around using (breakdown);
