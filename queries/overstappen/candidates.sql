-- Which technical occupations are nearest to this one, and how tight are they here and around?
-- Nearness decides the order, tension does not. Neighbours are named where the occupation is tight.
with place as (
    select
        region_code,
        name,
        true as is_here,
    from region
    where region_code = $region_code and valid_to_year = 9999
    union all by name
    select
        region.region_code,
        region.name,
        false as is_here,
    from region_neighbour
    inner join region
        on region.region_code = region_neighbour.neighbour_code and region.valid_to_year = 9999
    where region_neighbour.region_code = $region_code and $with_neighbours
),

figure as (
    select
        region_figure.*,
        place.name,
        place.is_here,
        class.label as class_label,
        coalesce(region_figure.tension_class in ('tight', 'very_tight'), false) as is_tight,
    from region_figure
    inner join place using (region_code)
    left join code_label as class
        on class.list = 'tension_class' and class.code = region_figure.tension_class
    where
        region_figure.measure = 'tension'
        and region_figure.period = $quarter
        and (region_figure.status <> 'sample' or $with_sample)
),

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
),

origin as (
    select brc_group_code as from_code
    from uwv_group_brc
    where uwv_group_code = $uwv_group_code
),

near as (
    select
        nearness.to_code,
        max(nearness.nearness) as nearness,
        arg_max(nearness.level_step, nearness.nearness) as level_step,
        arg_max(nearness.level_step_label, nearness.nearness) as level_step_label,
        arg_max(nearness.why_label, nearness.nearness) as why_label,
    from occupation_nearness as nearness
    inner join origin using (from_code)
    where nearness.to_code not in (select from_code from origin)
    group by nearness.to_code
)

select
    rank() over (order by near.nearness desc) as rank,
    occupation.label as occupation_label,
    near.nearness,
    near.level_step_label,
    near.why_label,
    technical_field.label as field_label,
    level.level_label,
    study_field.label as study_field_label,
    around.neighbours_label,
    here.class_label,
    here.figure as tension_ratio,
    here.figure_low as tension_low,
    here.figure_high as tension_high,
    here.sign,
    here.tension_class,
    coalesce(here.is_tight, false) or coalesce(around.is_tight, false) as is_tight,
    if('sample' in (here.status, around.status), 'sample', 'estimated') as status,
    here.release_status,
    near.level_step,
    occupation.occupation_code,
    uwv_group_brc.uwv_group_code,
    $region_code as region_code,
    $quarter as quarter,
    definition.source,
    here.release_id,
    here.line,
from near
inner join occupation on occupation.occupation_code = near.to_code
inner join occupation as segment on segment.occupation_code = occupation.parent_code
inner join technical_field on technical_field.technical_field = occupation.technical_field
inner join occupation_level_range as level on level.occupation_code = near.to_code
inner join uwv_group_brc on uwv_group_brc.brc_group_code = near.to_code
inner join mbo_field as study_field
    on study_field.field_code = if(segment.parent_code = '08', '06', '07')
inner join definition on definition.term = 'nearness'
left join figure as here
    on here.is_here and here.breakdown = uwv_group_brc.uwv_group_code
left join around on around.breakdown = uwv_group_brc.uwv_group_code
order by near.nearness desc, abs(near.level_step), near.level_step desc, occupation.label;
