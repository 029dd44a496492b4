-- What did those who entered mbo do a year before, in the newest school year up to a quarter, per
-- level?
-- The whole country. Positions stand at several levels at once and do not add up.
with total as (
    select mbo_entrants.*
    from mbo_entrants
    inner join period on period.period = mbo_entrants.school_year
    where
        sectorkamer ilike 'totaal%'
        and learning_path in ('total', 'total_without_external')
        and period.starts_on + interval 2 months <= end_of($until)
    qualify
        dense_rank() over (
            partition by origin_kind order by school_year desc, learning_path
        ) = 1
)

select
    if(origin_kind = 'position', 'Maatschappelijke positie een jaar eerder',
        'Sector waarin men een jaar eerder werkte (zij-instroom)') as origin_kind_label,
    origin as origin_label,
    period.label as period_label,
    max(entrants) filter (mbo_level = 'mbo1') as entrants_mbo1,
    max(sign) filter (mbo_level = 'mbo1') as entrants_mbo1_sign,
    max(entrants) filter (mbo_level = 'mbo2') as entrants_mbo2,
    max(sign) filter (mbo_level = 'mbo2') as entrants_mbo2_sign,
    max(entrants) filter (mbo_level = 'mbo3') as entrants_mbo3,
    max(sign) filter (mbo_level = 'mbo3') as entrants_mbo3_sign,
    max(entrants) filter (mbo_level = 'mbo4') as entrants_mbo4,
    max(sign) filter (mbo_level = 'mbo4') as entrants_mbo4_sign,
    max(entrants) filter (mbo_level = 'total') as entrants_total,
    max(sign) filter (mbo_level = 'total') as entrants_total_sign,
    if(bool_or(status = 'sample'), 'sample', 'published') as status,
    origin_kind,
    school_year,
    any_value(release_id) as release_id,
    min(line) as line,
from total
inner join period on period.period = school_year
group by origin_kind, origin, period.label, school_year
order by origin_kind, min(line);
