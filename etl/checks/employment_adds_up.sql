-- De beroepsgroepen tellen op tot hun beroepsklasse, binnen de afronding op duizendtallen.
-- Tolerance: 500 for each rounded figure in the sum, its own total included. A class of which a
-- group is missing is left out.
with part_of as (
    select
        occupation_code,
        left(occupation_code, 2) as class_code,
        count(*) over (partition by left(occupation_code, 2)) as groups,
    from occupation
    where kind = 'brc_group'
),

sum_of_groups as (
    select
        source_id,
        region_code,
        class_code as occupation_code,
        period,
        sum(employed) as sum_of_parts,
        count(*) as parts,
    from employment
    inner join part_of using (occupation_code)
    group by source_id, region_code, class_code, period
    having count(employed) = any_value(groups)
)

select
    region_code,
    occupation_code,
    period,
    employed as published,
    sum_of_parts,
from employment
inner join sum_of_groups using (source_id, region_code, occupation_code, period)
where abs(employed - sum_of_parts) > 500 * (parts + 1);
