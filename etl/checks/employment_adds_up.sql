-- De beroepsgroepen tellen op tot hun beroepsklasse, binnen de afronding op duizendtallen.
-- Each rounded figure, the class included, is off by at most 500 persons.
with part as (
    select
        class.occupation_code,
        employment.period,
        sum(employment.employed) as sum_of_parts,
        count(*) as parts,
    from employment
    inner join occupation as brc_group using (occupation_code)
    inner join occupation as segment on segment.occupation_code = brc_group.parent_code
    inner join occupation as class on class.occupation_code = segment.parent_code
    where brc_group.kind = 'brc_group'
    group by all
)

select
    employment.occupation_code,
    employment.period,
    employment.employed as published,
    part.sum_of_parts,
from employment
inner join part using (occupation_code, period)
where abs(employment.employed - part.sum_of_parts) > 500 * (part.parts + 1);
