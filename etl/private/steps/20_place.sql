-- Where a municipality lies, by the borders of the year, or of the nearest year that is known.
create or replace table private.place as
with known as (
    select min(year) as first_year, max(year) as last_year from region_link
),

located as (
    select distinct programme_id, municipality_code, year(intake_on) as year,
    from private.participation
    where municipality_code is not null
    union
    select distinct programme_id, municipality_code, year(registered_on) as year,
    from private.vacancy
    where municipality_code is not null
)

select
    located.programme_id,
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

-- The class at the end of the last quarter before the voucher, or the outcome, in the region where
-- the person lives: of the occupation aimed at, or arrived at.
create or replace table private.record_tension as
with matched as (
    select
        voucher.programme_id,
        'voucher' as subject,
        voucher.voucher_key as record_key,
        participation.municipality_code,
        participation.intake_on,
        coalesce(voucher.occupation_code, participation.aimed_occupation_code) as occupation_code,
        voucher.granted_on as matched_on,
    from private.voucher
    inner join private.participation using (programme_id, participation_key)
    union all by name
    select
        programme_id,
        subject,
        participation_key as record_key,
        municipality_code,
        intake_on,
        to_occupation_code as occupation_code,
        happened_on as matched_on,
    from private.result
)

select
    matched.programme_id,
    matched.subject,
    matched.record_key,
    region_figure.tension_class,
    region_figure.status,
from matched
inner join private.place
    on place.programme_id = matched.programme_id
    and place.municipality_code = matched.municipality_code
    and place.year = year(matched.intake_on)
inner join uwv_group_brc on uwv_group_brc.brc_group_code = matched.occupation_code
inner join period
    on period.kind = 'quarter'
    and period.ends_on + interval 1 day = date_trunc('quarter', matched.matched_on)
inner join region_figure
    on region_figure.measure = 'tension'
    and region_figure.breakdown = uwv_group_brc.uwv_group_code
    and region_figure.region_code = place.region_code
    and region_figure.period = period.period
where region_figure.tension_class is not null;
