-- Which groups of occupations can be chosen: all technical ones, a techniekdomein, or one group?
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
    if(uwv_group_field.is_technical, 'technical_group', 'other_group') as kind,
    technical_field.label as field_label,
    0 as position,
from uwv_group
inner join uwv_group_field using (uwv_group_code)
left join technical_field using (technical_field)
order by
    array_position(['all', 'field', 'technical_group', 'other_group'], kind), position, label;
