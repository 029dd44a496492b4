-- For how many technical occupations can the assumption tell the mbo levels apart?
-- An occupation can ask for a level when the bounds of its share leave room for it.
with possible as (
    select
        occupation.occupation_code,
        bool_or(mbo_level = 'mbo2_3' and share_high > 0) as is_mbo2_3,
        bool_or(mbo_level = 'mbo4' and share_high > 0) as is_mbo4,
    from occupation
    inner join occupation_level using (occupation_code)
    where occupation.is_technical
    group by all
)

select
    count(*) as occupations,
    count(*) filter (is_mbo2_3) as occupations_mbo2_3,
    count(*) filter (is_mbo4) as occupations_mbo4,
    count(*) filter (is_mbo2_3 and is_mbo4) as occupations_both,
    (select count(*) from region_today where kind = 'arbeidsmarktregio') as labour_regions,
    'estimated' as status,
from possible;
