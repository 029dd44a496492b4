-- Which groups of occupations can be chosen: all technical ones, a techniekdomein, or one group?
select
    breakdown as code,
    if(kind = 'field', 'Techniekdomein: ' || label, label) as label,
    kind,
    field_label,
    if(kind = 'field', position, 0) as position,
from tension_breakdown
order by
    array_position(['all', 'field', 'technical_group', 'other_group'], kind),
    position,
    tension_breakdown.label;
