-- Elk cijfer, en elke gemeente met haar regio's, hoort bij precies één versie van zijn gebied in zijn periode.
with fact as (
    select distinct
        source_id as stands_in,
        region_code,
        cast(left(coalesce(quarter, period, month, school_year), 4) as integer) as year,
    from query_table(
        [
            'vacancies', 'labour_force', 'cbs_tension', 'employment', 'ww_benefits', 'mbo_students',
            'mbo_graduates', 'occupation_tension',
        ],
        true
    )
    union by name
    select 'programme_region' as stands_in, region_code, 2026 as year
    from programme_region
    union by name
    select
        'region_link' as stands_in,
        unnest([municipality_code, arbeidsmarktregio_code, corop_code, provincie_code])
            as region_code,
        year,
    from region_link
)

select
    fact.stands_in,
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
