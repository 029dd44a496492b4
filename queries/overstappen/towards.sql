-- How near is each occupation of these segments to the occupations that this title leads to?
select
    one.label as from_label,
    other.label as occupation_label,
    nearness.nearness,
    nearness.level_step_label,
    if(
        nearness.from_code = nearness.to_code, 'dezelfde beroepsgroep', nearness.why_label
    ) as why_label,
    definition.source,
    'estimated' as status,
    nearness.level_step,
    one.occupation_code as from_code,
    other.occupation_code,
    uwv_group_brc.uwv_group_code,
from occupation_title
inner join occupation_nearness as nearness
    on nearness.to_code = occupation_title.occupation_code
inner join occupation as one on one.occupation_code = nearness.from_code
inner join occupation as other on other.occupation_code = nearness.to_code
inner join uwv_group_brc on uwv_group_brc.brc_group_code = nearness.to_code
inner join definition on definition.term = 'nearness'
where
    occupation_title.title = $title
    and one.parent_code in (select unnest($segment_codes))
order by nearness.nearness desc, one.occupation_code;
