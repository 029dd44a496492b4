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
        trajectory.programme_id,
        trajectory.participation_key,
        unnest([
            {'dimension': 'stage', 'category': trajectory.stage},
            {'dimension': 'begun', 'category': if(trajectory.start_on is null, 'no', 'yes')},
            {'dimension': 'region', 'category': coalesce(place.region_code, 'unknown')},
            {'dimension': 'field', 'category': coalesce(aimed.field, 'unknown')},
            {'dimension': 'occupation', 'category': coalesce(aimed.occupation, 'unknown')},
            {'dimension': 'position', 'category': trajectory.position_at_start},
            {'dimension': 'route', 'category': trajectory.route},
            {
                'dimension': 'from_sector',
                'category': coalesce(trajectory.from_sector_code, 'unknown')
            },
        ], recursive := true),
    from private.trajectory
    left join private.place
        on place.programme_id = trajectory.programme_id
        and place.municipality_code = trajectory.municipality_code
        and place.year = year(trajectory.intake_on)
    left join private.field as aimed
        on aimed.occupation_code = trajectory.aimed_occupation_code
),

overlapping as (
    select
        programme_id,
        participation_key,
        'target_group' as dimension,
        unnest(target_groups) as category,
    from private.participation
    union all by name
    select
        programme_id,
        participation_key,
        'instrument' as dimension,
        unnest(instruments) as category,
    from private.participation
),

exited as (
    select
        trajectory.programme_id,
        trajectory.participation_key,
        unnest([
            {'dimension': 'outcome', 'category': trajectory.outcome},
            {
                'dimension': 'placement',
                'category': case
                    when trajectory.route <> 'without_job' then 'not_counted'
                    when trajectory.outcome = 'new_job' then 'placed'
                    when trajectory.outcome = 'unknown' then 'unknown'
                    else 'not_placed'
                end
            },
            {
                'dimension': 'technical',
                'category': coalesce(trajectory.outcome_in_technical, 'unknown')
            },
            {'dimension': 'from_field', 'category': coalesce(source.field, 'unknown')},
            {'dimension': 'to_field', 'category': coalesce(target.field, 'unknown')},
            {'dimension': 'to_sector', 'category': coalesce(trajectory.to_sector_code, 'unknown')},
            {
                'dimension': 'at_work_6',
                'category': case
                    when trajectory.exit_on + interval 6 month > trajectory.as_of_on
                        then 'too_early'
                    else coalesce(trajectory.at_work_6, 'unknown')
                end
            },
            {
                'dimension': 'at_work_12',
                'category': case
                    when trajectory.exit_on + interval 12 month > trajectory.as_of_on
                        then 'too_early'
                    else coalesce(trajectory.at_work_12, 'unknown')
                end
            },
            {
                'dimension': 'at_work_24',
                'category': case
                    when trajectory.exit_on + interval 24 month > trajectory.as_of_on
                        then 'too_early'
                    else coalesce(trajectory.at_work_24, 'unknown')
                end
            },
        ], recursive := true),
    from private.trajectory
    left join private.field as source
        on source.occupation_code = trajectory.from_occupation_code
    left join private.field as target
        on target.occupation_code = trajectory.to_occupation_code
    where trajectory.exit_on is not null
),

granted as (
    select
        voucher.programme_id,
        voucher.voucher_key as record_key,
        unnest([
            {'dimension': 'voucher_kind', 'category': voucher.voucher_kind},
            {'dimension': 'voucher_state', 'category': voucher.voucher_state},
            {'dimension': 'funder', 'category': coalesce(voucher.funder, 'unknown')},
            {'dimension': 'field', 'category': coalesce(field.field, 'unknown')},
            {'dimension': 'occupation', 'category': coalesce(field.occupation, 'unknown')},
            {
                'dimension': 'tension_class',
                'category': coalesce(record_tension.tension_class, 'unknown')
            },
        ], recursive := true),
    from private.voucher
    inner join private.participation using (programme_id, participation_key)
    left join private.record_tension
        on record_tension.programme_id = voucher.programme_id
        and record_tension.subject = 'voucher'
        and record_tension.record_key = voucher.voucher_key
    left join private.field
        on field.occupation_code
        = coalesce(voucher.occupation_code, participation.aimed_occupation_code)
    where voucher.voucher_state <> 'withdrawn'
)

select programme_id, subject, record_key, '' as dimension, '' as category,
from private.record
union all by name
select
    record.programme_id,
    record.subject,
    record.record_key,
    found.dimension,
    found.category,
from private.record
inner join (
    select *, from participant
    union all by name
    select *, from overlapping
    union all by name
    select *, from exited
) as found using (programme_id, participation_key)
inner join listed using (subject, dimension)
where record.subject <> 'voucher' or found.dimension not in ('field', 'occupation')
union all by name
select
    result.programme_id,
    result.subject,
    result.participation_key as record_key,
    'tension_class' as dimension,
    coalesce(record_tension.tension_class, 'unknown') as category,
from private.result
left join private.record_tension
    on record_tension.programme_id = result.programme_id
    and record_tension.subject = result.subject
    and record_tension.record_key = result.participation_key
union all by name
select 'voucher' as subject, *, from granted
union all by name
select distinct
    'voucher_person' as subject,
    voucher.programme_id,
    participation.person_key as record_key,
    'voucher_kind' as dimension,
    voucher.voucher_kind as category,
from private.voucher
inner join private.participation using (programme_id, participation_key)
where voucher.voucher_state <> 'withdrawn'
union all by name
select
    'vacancy' as subject,
    vacancy.programme_id,
    vacancy.vacancy_key as record_key,
    unnest([
        {'dimension': 'filled', 'category': if(vacancy.filled_on is null, 'no', 'yes')},
        {'dimension': 'region', 'category': coalesce(place.region_code, 'unknown')},
        {'dimension': 'field', 'category': coalesce(field.field, 'unknown')},
    ], recursive := true),
from private.vacancy
left join private.place
    on place.programme_id = vacancy.programme_id
    and place.municipality_code = vacancy.municipality_code
    and place.year = year(vacancy.registered_on)
left join private.field on field.occupation_code = vacancy.occupation_code;
