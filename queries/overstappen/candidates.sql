-- Which technical occupations are nearest to this one, and how tight are they here and around?
-- Nearness decides the order, tension does not. Neighbours are named where the occupation is tight.
with origin as (
    select brc_group_code as from_code
    from uwv_group_brc
    where uwv_group_code = $uwv_group_code
),

near as (
    select
        to_code,
        max(nearness) as nearness,
        arg_max(level_step, nearness) as level_step,
        arg_max(level_step_label, nearness) as level_step_label,
        arg_max(why_label, nearness) as why_label,
    from occupation_nearness
    inner join origin using (from_code)
    where to_code not in (select from_code from origin)
    group by to_code
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
    tension.* exclude (breakdown, status, release_id, line)
        replace (coalesce(tension.is_tight, false) as is_tight),
    'estimated' as status,
    tension.status as tension_status,
    near.level_step,
    occupation.occupation_code,
    uwv_group_brc.uwv_group_code,
    $region_code as region_code,
    $quarter as quarter,
    definition.source,
    tension.release_id,
    tension.line,
from near
inner join occupation on occupation.occupation_code = near.to_code
inner join occupation as segment on segment.occupation_code = occupation.parent_code
inner join technical_field on technical_field.technical_field = occupation.technical_field
inner join occupation_level_range as level on level.occupation_code = near.to_code
inner join uwv_group_brc on uwv_group_brc.brc_group_code = near.to_code
inner join mbo_field as study_field
    on study_field.field_code = if(segment.parent_code = '08', '06', '07')
inner join definition on definition.term = 'nearness'
left join
    tension_around($region_code, $quarter, $with_neighbours, $with_sample) as tension
    on tension.breakdown = uwv_group_brc.uwv_group_code
order by near.nearness desc, abs(near.level_step), near.level_step desc, occupation.label;
