-- De aandelen per mbo-niveau van een beroepsgroep tellen op tot 1, elk binnen een bereik dat met de andere kan samengaan.
with level as (
    select
        *,
        sum(share) over (partition by occupation_code) as shares,
        sum(share_low) over (partition by occupation_code) - share_low as other_low,
        sum(share_high) over (partition by occupation_code) - share_high as other_high,
        count(*) over (partition by occupation_code) as levels,
    from occupation_level
)

select
    occupation.occupation_code,
    level.mbo_level,
    level.share,
    level.share_low,
    level.share_high,
    level.shares,
    level.levels,
from occupation
left join level using (occupation_code)
where
    occupation.kind = 'brc_group'
    and (
        level.share is null
        or level.shares <> 1
        or level.levels <> 5
        or level.share not between level.share_low and level.share_high
        or level.share_low + level.other_high < 1
        or level.share_high + level.other_low > 1
    )
order by all;
