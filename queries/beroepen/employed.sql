-- How many people in Nederland work in each occupation of this set in the newest quarter up to one,
-- and how many a year before?
-- CBS rounds to thousands: a difference of at most a thousand may be rounding.
with counted as (
    select employment.*
    from employment
    inner join period using (period)
    where
        region_code = 'NL01'
        and kind = 'quarter'
        and ends_on <= end_of($until)
        and (status <> 'sample' or $with_sample)
),

listed as (
    select brc_group_code as occupation_code, breakdown as uwv_group_code, tension_breakdown.label
    from tension_breakdown
    inner join uwv_group_brc on uwv_group_brc.uwv_group_code = breakdown
    where is_selected(kind, $selection)
)

select
    occupation.label as brc_label,
    listed.label as occupation_label,
    period.label as period_label,
    'Nederland' as region_name,
    now.employed,
    now.sign,
    before.employed as employed_year_before,
    before.sign as employed_year_before_sign,
    now.employed - before.employed as change,
    now.employed = max(now.employed) over () as is_largest,
    max(now.employed) over () - now.employed <= 1000 as may_be_largest,
    abs(change) > 1000 as is_changed,
    100 * education.high_edu_share as high_edu_pct,
    now.status,
    before.status as year_before_status,
    now.release_status,
    listed.uwv_group_code,
    now.occupation_code,
    now.period,
    now.release_id,
    before.release_id as second_release_id,
    now.line,
from counted as now
inner join listed using (occupation_code)
inner join occupation using (occupation_code)
inner join period on period.period = now.period
left join counted as before
    on before.source_id = now.source_id
    and before.occupation_code = now.occupation_code
    and before.period = year_before(now.period)
    and (before.status = 'sample') = (now.status = 'sample')
left join occupation_education as education
    on education.source_id = now.source_id
    and education.occupation_code = now.occupation_code
    and (education.status <> 'sample' or $with_sample)
where now.period = (select max(period) from counted)
order by now.employed desc nulls last, brc_label;
