-- Of what is the nearness of two occupations made up? Points and parts stand in nearness_point.
delete from occupation_step;

insert into occupation_step by name
with placed as (
    select
        occupation.occupation_code,
        occupation.is_technical,
        occupation.technical_field,
        segment.occupation_code as segment_code,
        segment.parent_code as class_code,
        nullif(occupation_skill.skill_level, 0) as skill_level,
    from occupation
    inner join occupation as segment on segment.occupation_code = occupation.parent_code
    inner join occupation_skill on occupation_skill.occupation_code = occupation.occupation_code
    where occupation.kind = 'brc_group'
),

shared as (
    select
        one.occupation_code as from_code,
        other.occupation_code as to_code,
        count(*) as techniques,
    from technique_occupation as one
    inner join technique_occupation as other using (technique)
    group by all
),

pair as (
    select
        one.occupation_code as from_code,
        other.occupation_code as to_code,
        other.skill_level - one.skill_level as level_step,
        coalesce(shared.techniques, 0) as techniques,
        case
            when one.segment_code = other.segment_code then 'same_segment'
            when one.class_code = other.class_code then 'same_class'
        end as hierarchy,
        if(one.technical_field = other.technical_field, 'same_field', null) as field,
        case abs(level_step) when 0 then 'same_level' when 1 then 'one_step' end as level,
        case
            when techniques >= 3 then 'many_techniques'
            when techniques >= 1 then 'some_techniques'
        end as technique,
    from placed as one
    inner join placed as other on other.is_technical
    left join shared
        on shared.from_code = one.occupation_code and shared.to_code = other.occupation_code
),

part as (
    select
        from_code,
        to_code,
        level_step,
        techniques,
        unnest(['hierarchy', 'field', 'level', 'technique']) as part,
        unnest([hierarchy, field, level, technique]) as criterion,
    from pair
)

select
    part.from_code,
    part.to_code,
    part.part,
    part.criterion,
    nearness_point.label as criterion_label,
    coalesce(nearness_point.points, 0) as points,
    most.points as most_points,
    most.position,
    part.level_step,
    part.techniques,
from part
left join nearness_point using (criterion)
inner join (
    select part, max(points) as points, min(position) as position from nearness_point group by part
) as most
    on most.part = part.part
order by part.from_code, part.to_code, most.position;
