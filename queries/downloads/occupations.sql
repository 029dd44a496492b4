-- Which occupations are there, which count as technical and why, and which mbo level do they ask for?
-- The shares are a national assumption per group of BRC 2014, with its range; no measured demand.
with shares as (
    pivot occupation_level
    on mbo_level in ('mbo1', 'mbo2_3', 'mbo4', 'hbo_plus', 'unmapped')
    using
        max(100 * share) as pct,
        max(100 * share_low) as low_pct,
        max(100 * share_high) as high_pct
    group by occupation_code
)

select
    occupation_code,
    kind,
    occupation.label as occupation_label,
    occupation.parent_code,
    occupation.isco08_primary,
    occupation.is_technical,
    occupation.is_craft,
    100 * measured.high_edu_share as high_edu_pct,
    if(measured.occupation_code is null, 'not_applicable', measured.sign) as high_edu_pct_sign,
    occupation.technical_field,
    technical_field.label as field_label,
    occupation.why as why_label,
    uwv_group_brc.uwv_group_code,
    uwv_group.label as uwv_group_label,
    uwv_group_brc.why_none as uwv_group_why_none,
    shares.mbo1_pct,
    shares.mbo1_low_pct,
    shares.mbo1_high_pct,
    shares.mbo2_3_pct,
    shares.mbo2_3_low_pct,
    shares.mbo2_3_high_pct,
    shares.mbo4_pct,
    shares.mbo4_low_pct,
    shares.mbo4_high_pct,
    shares.hbo_plus_pct,
    shares.hbo_plus_low_pct,
    shares.hbo_plus_high_pct,
    shares.unmapped_pct,
    shares.unmapped_low_pct,
    shares.unmapped_high_pct,
    if(shares.occupation_code is null, 'not_applicable', null) as sign,
    case
        when measured.status = 'sample' then 'sample'
        when shares.occupation_code is null then 'published'
        else 'estimated'
    end as status,
    'CBS, BRC 2014; aandelen: aanname in deze monitor; gemeten opleiding: CBS 85276NED' as source,
from occupation
left join shares using (occupation_code)
left join occupation_education as measured using (occupation_code)
left join technical_field using (technical_field)
left join uwv_group_brc on uwv_group_brc.brc_group_code = occupation.occupation_code
left join uwv_group on uwv_group.uwv_group_code = uwv_group_brc.uwv_group_code
order by occupation.occupation_code;
