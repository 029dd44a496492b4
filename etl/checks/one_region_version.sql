-- Elk cijfer hoort bij precies één versie van zijn gebied in zijn periode.
with fact as (
    select 'vacancies' as table_name, region_code, cast(left(quarter, 4) as integer) as year
    from vacancies
    union by name
    select 'labour_force' as table_name, region_code, cast(left(period, 4) as integer) as year
    from labour_force
    union by name
    select 'cbs_tension' as table_name, region_code, cast(left(quarter, 4) as integer) as year
    from cbs_tension
    union by name
    select distinct
        'occupation_tension' as table_name, region_code, cast(left(quarter, 4) as integer) as year
    from occupation_tension
    union by name
    select 'programme_region' as table_name, region_code, 2026 as year
    from programme_region
)

select
    fact.table_name,
    fact.region_code,
    fact.year,
    count(region.region_code) as versions,
from fact
left join region
    on region.region_code = fact.region_code
    and fact.year between region.valid_from_year and region.valid_to_year
group by all
having count(region.region_code) <> 1
order by all;
