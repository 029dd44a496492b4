-- Which technical occupations fit what someone can do, and why?
-- Fit: 70 for the ticked techniques that a group uses, 30 for nearness to the occupation; only one of
-- these when the other is not known. Each step that a group begins above the level costs 15.
with ticked as (
    select technique, label, position
    from technique
    where technique in (select unnest(cast($techniques as text[])))
),

known as (
    select
        (select count(*) from ticked) as techniques,
        nullif(array_position(['mbo1', 'mbo2_3', 'mbo4', 'hbo_plus'], $mbo_level), 0)
            as level_place,
),

origin as (
    select brc_group_code as from_code
    from uwv_group_brc
    where uwv_group_code = $uwv_group_code
),

near as (
    select
        to_code,
        max(nearness) as nearness,
        bool_or(from_code = to_code) as is_same,
    from occupation_nearness
    inner join origin using (from_code)
    group by to_code
),

practised as (
    select
        occupation_code,
        count(*) as techniques,
        string_agg(label, ', ' order by position) as labels,
    from technique_occupation
    inner join ticked using (technique)
    group by occupation_code
),

weighed as (
    select
        occupation.occupation_code,
        occupation.label as occupation_label,
        level.level_label,
        near.nearness,
        coalesce(near.is_same, false) as is_same,
        known.techniques as ticked,
        coalesce(practised.techniques, 0) as mastered,
        practised.labels,
        if(known.level_place is null, null, greatest(level.lowest - known.level_place, 0))
            as steps_up,
        case
            when known.techniques = 0 then near.nearness
            when near.nearness is null then 100.0 * mastered / known.techniques
            else 70.0 * mastered / known.techniques + 0.3 * near.nearness
        end as base,
        cast(greatest(round(base - 15 * coalesce(steps_up, 0)), 0) as integer) as fit,
    from occupation
    cross join known
    inner join occupation_level_range as level using (occupation_code)
    left join near on near.to_code = occupation_code
    left join practised using (occupation_code)
    where occupation.is_technical
)

select
    rank() over (order by weighed.fit desc) as rank,
    weighed.occupation_label,
    weighed.fit,
    concat_ws(
        '; ',
        if(weighed.ticked = 0, null, format('{} van {} technieken', weighed.mastered, weighed.ticked))
        || coalesce(' (' || weighed.labels || ')', ''),
        case
            when weighed.is_same then 'het beroep zelf'
            else 'nabijheid ' || weighed.nearness || ' van 100'
        end,
        case
            when weighed.steps_up = 0 then 'past bij het niveau'
            when weighed.steps_up > 0
                then 'begint ' || level_step_label(weighed.steps_up) || ' dan het niveau'
        end
    ) as why_label,
    weighed.level_label,
    tension.* exclude (breakdown, is_tight, status, release_id, line),
    'estimated' as status,
    tension.status as tension_status,
    weighed.nearness,
    weighed.mastered,
    weighed.ticked,
    weighed.steps_up,
    weighed.occupation_code,
    $region_code as region_code,
    $quarter as quarter,
    definition.source,
    tension.release_id,
    tension.line,
from weighed
inner join uwv_group_brc on uwv_group_brc.brc_group_code = weighed.occupation_code
inner join definition on definition.term = 'fit'
left join
    tension_around($region_code, $quarter, $with_neighbours, $with_sample) as tension
    on tension.breakdown = uwv_group_brc.uwv_group_code
where weighed.fit > 0
order by weighed.fit desc, weighed.nearness desc nulls last, weighed.occupation_label;
