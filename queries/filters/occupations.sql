-- Which groups of occupations can be chosen: all technical ones, a techniekdomein, or one group?
with member as (
    select
        uwv_group_brc.uwv_group_code,
        bool_or(occupation.is_technical) as is_technical,
        min(technical_field.label) as field_label,
    from uwv_group_brc
    inner join occupation on occupation.occupation_code = uwv_group_brc.brc_group_code
    left join technical_field using (technical_field)
    group by all
)

select
    'all_technical' as code,
    'Alle technische beroepen' as label,
    'all' as kind,
    null as field_label,
    0 as position,
union all by name
select
    technical_field as code,
    'Techniekdomein: ' || label as label,
    'field' as kind,
    label as field_label,
    position,
from technical_field
union all by name
select
    uwv_group.uwv_group_code as code,
    uwv_group.label,
    if(member.is_technical, 'technical_group', 'other_group') as kind,
    member.field_label,
    0 as position,
from uwv_group
inner join member using (uwv_group_code)
order by
    array_position(['all', 'field', 'technical_group', 'other_group'], kind), position, label;
