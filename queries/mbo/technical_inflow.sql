-- Which part of those who enter mbo in Nederland chooses a technical field, per level and edition of the
-- monitor of the Techniekpact up to a quarter, newest first?
-- Beside it the newest earlier year of the same edition: editions do not compare. Counts are of an older
-- definition and stand in rows of their own.
with printed as (
    select technical_inflow.*, period.label as period_label,
    from technical_inflow
    inner join period on period.period = school_year
    where starts_on + interval 2 months <= end_of($until)
)

select
    now.period_label,
    'Nederland' as region_name,
    label_of('mbo_level', now.mbo_level) as level_label,
    if(now.unit = 'percent', now.value, null) as technical_pct,
    if(now.unit = 'persons', now.value, null) as technical_entrants,
    earlier.period_label as earlier_label,
    if(now.unit = 'percent', earlier.value, null) as earlier_pct,
    if(now.edition = 'by_domain', 'oudere telling, per domein', now.edition) as edition_label,
    now.unit = 'percent'
    and dense_rank() over (order by now.unit, now.school_year desc, now.edition desc) = 1
        as is_newest,
    now.precision,
    now.url,
    now.status,
    now.mbo_level,
    now.school_year as period,
    now.edition,
    now.release_id,
    now.line,
from printed as now
asof left join printed as earlier
    on earlier.edition = now.edition
    and earlier.mbo_level = now.mbo_level
    and earlier.unit = now.unit
    and earlier.school_year < now.school_year
order by now.school_year desc, now.edition desc, now.mbo_level = 'total' desc, now.mbo_level;
