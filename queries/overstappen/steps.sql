-- Of what is the nearness of one occupation to another made up?
with part as (
    select step.*
    from occupation_step as step
    inner join uwv_group_brc on uwv_group_brc.brc_group_code = step.from_code
    inner join occupation_nearness as nearness
        on nearness.from_code = step.from_code and nearness.to_code = step.to_code
    where uwv_group_brc.uwv_group_code = $uwv_group_code and step.to_code = $occupation_code
    qualify dense_rank() over (order by nearness.nearness desc, step.from_code) = 1
),

placed as (
    select
        occupation_code,
        segment.label as segment_label,
        technical_field.label as field_label,
        level_label,
    from occupation
    inner join occupation_level_range using (occupation_code)
    inner join occupation as segment on segment.occupation_code = occupation.parent_code
    left join technical_field on technical_field.technical_field = occupation.technical_field
),

shared as (
    select string_agg(technique.label, '; ' order by technique.position) as labels
    from part
    inner join technique_occupation as one on one.occupation_code = part.from_code
    inner join technique_occupation as other using (technique)
    inner join technique using (technique)
    where part.part = 'technique' and other.occupation_code = part.to_code
)

select
    case part.part
        when 'hierarchy' then 'Segment van BRC 2014'
        when 'field' then 'Techniekdomein'
        when 'level' then 'Niveau (aanname)'
        else 'Gedeelde technieken (eigen toewijzing)'
    end as criterion_label,
    case part.part
        when 'hierarchy' then one.segment_label
        when 'field' then coalesce(one.field_label, 'geen techniek')
        when 'level' then one.level_label
        else coalesce(shared.labels, 'geen gedeelde')
    end as from_text,
    case part.part
        when 'hierarchy' then other.segment_label
        when 'field' then other.field_label
        when 'level' then other.level_label
        else if(shared.labels is null, 'geen gedeelde', 'dezelfde')
    end as to_text,
    part.points,
    part.most_points,
    level_step_label(part.level_step) as level_step_label,
    cast(sum(part.points) over () as integer) as nearness,
    definition.source,
    'estimated' as status,
    part.part,
    part.criterion,
    part.level_step,
    part.from_code,
    part.to_code,
from part
inner join placed as one on one.occupation_code = part.from_code
inner join placed as other on other.occupation_code = part.to_code
inner join definition on definition.term = 'nearness'
cross join shared
order by part.position;
