-- Which techniques and machines can be ticked, and which occupations use them?
select
    technical_field.label as field_label,
    technique.label as technique_label,
    string_agg(
        occupation.label || ' (' || link.why || ')', '; ' order by occupation_code
    ) as used_by_text,
    count(*) as groups,
    definition.source,
    'estimated' as status,
    technique,
from technique
inner join technical_field using (technical_field)
inner join technique_occupation as link using (technique)
inner join occupation using (occupation_code)
inner join definition on definition.term = 'technique'
group by all
order by any_value(technique.position);
