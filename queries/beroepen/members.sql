-- Which groups of BRC 2014 does this group of UWV hold, and why do they count as technical or not?
select
    occupation.label as brc_label,
    segment.label as segment_label,
    coalesce(technical_field.label, 'niet technisch') as field_label,
    occupation.why as why_label,
    100 * occupation.high_edu_share as high_edu_pct,
    occupation.is_craft,
    uwv_group.label as occupation_label,
    if(
        uwv_group.seen_published,
        'naam gezien in een publicatie van UWV',
        'naam van BRC 2014; niet gezien bij UWV'
    ) as name_label,
    uwv_group_brc.source,
    'estimated' as status,
    occupation.is_technical,
    occupation.occupation_code,
    uwv_group_code,
from uwv_group
inner join uwv_group_brc using (uwv_group_code)
inner join occupation on occupation.occupation_code = uwv_group_brc.brc_group_code
left join occupation as segment on segment.occupation_code = occupation.parent_code
left join technical_field on technical_field.technical_field = occupation.technical_field
where uwv_group_code = $uwv_group_code
order by occupation.occupation_code;
