-- The categories of each record. What is so of a participation is so of the exit, result and vouchers
-- that come of it, in the dimensions that programme_table has of these; a voucher has a field and an
-- occupation of its own.
insert into private.trait by name
with listed as (
    select distinct subject, unnest([dimension_1, dimension_2]) as dimension,
    from programme_table
),

participant as (
    select
        told.programme_id,
        told.participation_key,
        told.stage,
        if(told.start_on is null, 'no', 'yes') as begun,
        coalesce(told.region_code, 'unknown') as region,
        coalesce(aimed.field, 'unknown') as field,
        coalesce(aimed.occupation, 'unknown') as occupation,
        told.position_at_start as position,
        told.route,
        coalesce(told.from_sector_code, 'unknown') as from_sector,
        told.outcome,
        case
            when told.route <> 'without_job' then 'not_counted'
            when told.outcome = 'new_job' then 'placed'
            when told.outcome = 'unknown' then 'unknown'
            else 'not_placed'
        end as placement,
        coalesce(told.outcome_in_technical, 'unknown') as technical,
        coalesce(source.field, 'unknown') as from_field,
        coalesce(target.field, 'unknown') as to_field,
        coalesce(told.to_sector_code, 'unknown') as to_sector,
        if(
            exit_on + interval 6 month > as_of_on, 'too_early', coalesce(at_work_6, 'unknown')
        ) as at_work_6,
        if(
            exit_on + interval 12 month > as_of_on, 'too_early', coalesce(at_work_12, 'unknown')
        ) as at_work_12,
        if(
            exit_on + interval 24 month > as_of_on, 'too_early', coalesce(at_work_24, 'unknown')
        ) as at_work_24,
    from private.trajectory as told
    left join private.field as aimed on aimed.occupation_code = told.aimed_occupation_code
    left join private.field as source on source.occupation_code = told.from_occupation_code
    left join private.field as target on target.occupation_code = told.to_occupation_code
),

shared as (
    unpivot participant
    on columns(* exclude (programme_id, participation_key))
    into name dimension value category
    union all by name
    select
        programme_id,
        participation_key,
        'target_group' as dimension,
        unnest(target_groups) as category,
    from private.trajectory
    union all by name
    select
        programme_id,
        participation_key,
        'instrument' as dimension,
        unnest(instruments) as category,
    from private.trajectory
),

granted as (
    select
        held_voucher.programme_id,
        held_voucher.voucher_key as record_key,
        held_voucher.voucher_kind,
        held_voucher.voucher_state,
        coalesce(held_voucher.funder, 'unknown') as funder,
        coalesce(field.field, 'unknown') as field,
        coalesce(field.occupation, 'unknown') as occupation,
    from private.held_voucher
    left join private.field using (occupation_code)
    where not held_voucher.is_withdrawn
),

registered as (
    select
        vacancy.programme_id,
        vacancy.vacancy_key as record_key,
        if(vacancy.filled_on is null, 'no', 'yes') as filled,
        coalesce(place.region_code, 'unknown') as region,
        coalesce(field.field, 'unknown') as field,
    from private.vacancy
    left join private.place
        on place.municipality_code = vacancy.municipality_code
        and place.year = year(vacancy.registered_on)
    left join private.field using (occupation_code)
)

select programme_id, subject, record_key, '' as dimension, '' as category,
from private.record
union all by name
select
    record.programme_id,
    record.subject,
    record.record_key,
    shared.dimension,
    shared.category,
from private.record
inner join shared using (programme_id, participation_key)
inner join listed using (subject, dimension)
where record.subject <> 'voucher' or shared.dimension not in ('field', 'occupation')
union all by name
select
    record.programme_id,
    record.subject,
    record.record_key,
    listed.dimension,
    coalesce(record_tension.tension_class, 'unknown') as category,
from private.record
inner join listed using (subject)
left join private.record_tension using (programme_id, subject, record_key)
where listed.dimension = 'tension_class'
union all by name
select 'voucher' as subject, *,
from (
    unpivot granted
    on columns(* exclude (programme_id, record_key))
    into name dimension value category
)
union all by name
select distinct
    'voucher_person' as subject,
    programme_id,
    person_key as record_key,
    'voucher_kind' as dimension,
    voucher_kind as category,
from private.held_voucher
where not is_withdrawn
union all by name
select 'vacancy' as subject, *,
from (
    unpivot registered
    on columns(* exclude (programme_id, record_key))
    into name dimension value category
);
