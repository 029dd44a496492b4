-- For how many technical occupations can the assumption tell the mbo levels apart?
-- An occupation can ask for a level when the bounds of its share leave room for it. Beside it stands
-- how many of those who work in them are higher educated, as measured: of the newest period.
with possible as (
    select
        occupation.occupation_code,
        bool_or(mbo_level = 'mbo2_3' and share_high > 0) as is_mbo2_3,
        bool_or(mbo_level = 'mbo4' and share_high > 0) as is_mbo4,
        bool_or(status = 'sample') as is_sample,
    from occupation
    inner join occupation_level using (occupation_code)
    where occupation.is_technical
    group by all
),

measured as (
    select
        100 * sum(employed * education.high_edu_share)
        / nullif(sum(employed) filter (education.high_edu_share is not null), 0) as high_edu_pct,
        100 * sum(employed * education.high_edu_share) filter (is_craft)
        / nullif(sum(employed) filter (is_craft and education.high_edu_share is not null), 0)
            as crafts_high_edu_pct,
        max(employment.release_id) as release_id,
    from employment
    inner join occupation using (occupation_code)
    inner join occupation_education as education using (source_id, occupation_code)
    where
        is_technical
        and region_code = 'NL01'
        and period = (
            select max(period)
            from employment
            inner join period using (period)
            where employment.source_id = 'cbs_employment' and kind = 'quarter'
        )
)

select
    label_of('occupation_set', 'all_technical') as set_label,
    count(*) as occupations,
    count(*) filter (is_mbo2_3) as occupations_mbo2_3,
    count(*) filter (is_mbo4) as occupations_mbo4,
    count(*) filter (is_mbo2_3 and is_mbo4) as occupations_both,
    (select count(*) from region_today where kind = 'arbeidsmarktregio') as labour_regions,
    any_value(high_edu_pct) as high_edu_pct,
    any_value(crafts_high_edu_pct) as crafts_high_edu_pct,
    if(bool_or(is_sample), 'sample', 'estimated') as status,
    any_value(release_id) as release_id,
from possible
cross join measured;
