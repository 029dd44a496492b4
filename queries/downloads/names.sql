-- What are these codes called, so that a file can name what was chosen?
with code as (
    select distinct code
    from (select unnest($codes) as code)
),

named as (
    select region_code as code, name
    from region_today
    union
    select sector_code as code, label
    from sector
    union
    select uwv_group_code as code, label
    from uwv_group
    union
    select occupation_code as code, label
    from occupation
    union
    select technical_field as code, label
    from technical_field
    union
    select period as code, label
    from period
    union
    select programme_id as code, name
    from programme
    union
    select measure as code, label
    from measure
    union
    select technique as code, label
    from technique
)

select
    code,
    min(named.name) as name,
from code
inner join named using (code)
group by code
order by code;
