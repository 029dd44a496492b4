-- Elk cijfer, en elke gemeente met haar regio's, hoort bij precies één versie van zijn gebied in zijn periode.
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
    select 'employment' as table_name, region_code, cast(left(period, 4) as integer) as year
    from employment
    union by name
    select 'ww_benefits' as table_name, region_code, cast(left(month, 4) as integer) as year
    from ww_benefits
    union by name
    select 'mbo_students' as table_name, region_code, cast(left(school_year, 4) as integer) as year
    from mbo_students
    union by name
    select 'mbo_graduates' as table_name, region_code, cast(left(school_year, 4) as integer) as year
    from mbo_graduates
    union by name
    select distinct
        'occupation_tension' as table_name, region_code, cast(left(quarter, 4) as integer) as year
    from occupation_tension
    union by name
    select 'programme_region' as table_name, region_code, 2026 as year
    from programme_region
    union by name
    select
        'region_link' as table_name,
        unnest([municipality_code, arbeidsmarktregio_code, corop_code, provincie_code])
            as region_code,
        year,
    from region_link
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
