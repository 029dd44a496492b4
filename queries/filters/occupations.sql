-- Which groups of occupations can be chosen: a set of technical ones, a techniekdomein, or one group?
select
    breakdown as code,
    if(kind = 'field', 'Techniekdomein: ' || label, label) as label,
    kind,
    field_label,
    if(kind = 'field', position, 0) as position,
from tension_breakdown
order by
    array_position(['set', 'field', 'craft_group', 'technical_group', 'other_group'], kind),
    position,
    breakdown <> 'crafts',
    tension_breakdown.label;
