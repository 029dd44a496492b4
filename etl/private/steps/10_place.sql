-- Where a municipality lies, by the borders of the year, or of the nearest year that is known.
create or replace table private.place as
with known as (
    select min(year) as first_year, max(year) as last_year from region_link
),

located as (
    select municipality_code, year(intake_on) as year from private.participation
    union
    select municipality_code, year(registered_on) as year from private.vacancy
)

select
    located.municipality_code,
    located.year,
    coalesce(here.arbeidsmarktregio_code, later.arbeidsmarktregio_code) as region_code,
from located
cross join known
left join region_link as here
    on here.municipality_code = located.municipality_code
    and here.year = greatest(known.first_year, least(known.last_year, located.year))
left join (
    select municipality_code, arg_max(arbeidsmarktregio_code, year) as arbeidsmarktregio_code,
    from region_link
    group by municipality_code
) as later on later.municipality_code = located.municipality_code;

create or replace table private.field as
select
    occupation_code,
    if(is_technical, technical_field, 'other') as field,
    if(is_technical, occupation_code, 'other') as occupation,
from occupation
where kind = 'brc_group';
