-- Which mbo levels does this group of UWV hold, by the national assumption per group of BRC 2014, and
-- which part of those who work in it is higher educated, as measured?
select
    occupation.label as brc_label,
    label_of('mbo_level', occupation_level.mbo_level) as level_label,
    100 * occupation_level.share as share_pct,
    100 * occupation_level.share_low as share_low_pct,
    100 * occupation_level.share_high as share_high_pct,
    100 * measured.high_edu_share as high_edu_pct,
    definition.source,
    'OC' || left(occupation.isco08_primary, 1) as isco_group,
    occupation_level.status,
    occupation_level.mbo_level,
    occupation.occupation_code,
    uwv_group_brc.uwv_group_code,
from uwv_group_brc
inner join occupation on occupation.occupation_code = uwv_group_brc.brc_group_code
inner join occupation_level using (occupation_code)
left join occupation_education as measured using (occupation_code)
inner join definition on definition.term = 'mbo_level_share'
where
    uwv_group_brc.uwv_group_code = $uwv_group_code
qualify
    occupation_level.share > 0
    or (
        occupation_level.share_high > 0
        and bool_and(occupation_level.share = 0) filter (mbo_level = 'unmapped')
            over (partition by occupation.occupation_code)
        and mbo_level <> 'unmapped'
    )
order by
    occupation.occupation_code,
    array_position(
        ['mbo1', 'mbo2_3', 'mbo4', 'hbo_plus', 'unmapped'], occupation_level.mbo_level
    );
