-- What each record is: its categories, and which categories there can be. Definitions:
-- data/reference/definition.csv.

-- People in work at the start are kept or move on, they are never placed; a placement counts from the
-- start of the trajectory to six months after its end.
create or replace table private.trajectory as
select
    participation.* exclude (outcome),
    delivery.as_of_on,
    case
        when position_at_start in ('permanent_job', 'threatened_job', 'self_employed')
            then 'work_to_work'
        when position_at_start = 'unknown' then 'unknown'
        else 'without_job'
    end as route,
    case
        when exit_on is not null then 'exited'
        when start_on is not null then 'started'
        else 'intake'
    end as stage,
    case
        when outcome = 'new_job' and route = 'work_to_work' then 'advanced'
        when
            outcome = 'new_job'
            and (
                outcome_on < start_on
                or start_on is null
                or outcome_on > exit_on + interval 6 month
            )
            then 'new_job_outside'
        else coalesce(outcome, 'unknown')
    end as outcome,
from private.participation
inner join private.delivery using (programme_id);

-- What came of those who left, as far as it is a success: each of them is counted once.
create or replace table private.result as
select
    programme_id,
    participation_key,
    person_key,
    exit_on,
    case
        when outcome = 'new_job' and route = 'without_job' then 'placed'
        when outcome in ('retained', 'advanced') then 'kept'
        when outcome in ('work_place', 'training_completed') then 'learned'
    end as subject,
    to_occupation_code,
    municipality_code,
    intake_on,
    coalesce(outcome_on, exit_on) as happened_on,
from private.trajectory
where exit_on is not null and subject is not null;

insert into private.record by name
select
    programme_id,
    'participation' as subject,
    participation_key as record_key,
    person_key as whose,
    intake_on as happened_on,
    1 as number,
from private.trajectory
union all by name
select
    programme_id,
    'exit' as subject,
    participation_key as record_key,
    person_key as whose,
    exit_on as happened_on,
    1 as number,
from private.trajectory
where exit_on is not null
union all by name
select
    programme_id,
    subject,
    participation_key as record_key,
    person_key as whose,
    exit_on as happened_on,
    1 as number,
from private.result
union all by name
select
    voucher.programme_id,
    if(voucher.voucher_state = 'withdrawn', 'withdrawn_voucher', 'voucher') as subject,
    voucher.voucher_key as record_key,
    participation.person_key as whose,
    voucher.granted_on as happened_on,
    1 as number,
    voucher.granted_eur,
    coalesce(voucher.paid_eur, 0) as paid_eur,
from private.voucher
inner join private.participation using (programme_id, participation_key)
union all by name
select
    programme_id,
    'person' as subject,
    person_key as record_key,
    person_key as whose,
    min(intake_on) as happened_on,
    1 as number,
from private.participation
group by programme_id, person_key
union all by name
select
    voucher.programme_id,
    'voucher_person' as subject,
    participation.person_key as record_key,
    participation.person_key as whose,
    min(voucher.granted_on) as happened_on,
    1 as number,
from private.voucher
inner join private.participation using (programme_id, participation_key)
where voucher.voucher_state <> 'withdrawn'
group by voucher.programme_id, participation.person_key
union all by name
select
    programme_id,
    'vacancy' as subject,
    vacancy_key as record_key,
    employer_key as whose,
    registered_on as happened_on,
    1 as number,
from private.vacancy
union all by name
select
    programme_id,
    'employer' as subject,
    employer_key as record_key,
    employer_key as whose,
    min(registered_on) as happened_on,
    1 as number,
from private.vacancy
group by programme_id, employer_key
union all by name
select
    programme_id,
    'match_interview' as subject,
    vacancy_key as record_key,
    employer_key as whose,
    registered_on as happened_on,
    match_interviews as number,
from private.vacancy
where match_interviews > 0;

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

insert into private.trait by name
with participant as (
    select
        trajectory.programme_id,
        trajectory.participation_key as record_key,
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
        participation_key as record_key,
        'target_group' as dimension,
        unnest(target_groups) as category,
    from private.participation
    union all by name
    select
        programme_id,
        participation_key as record_key,
        'instrument' as dimension,
        unnest(instruments) as category,
    from private.participation
),

exited as (
    select
        trajectory.programme_id,
        trajectory.participation_key as record_key,
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
        voucher.participation_key,
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
select 'participation' as subject, *, from participant
union all by name
select 'participation' as subject, *, from overlapping
union all by name
select 'exit' as subject, participant.*,
from participant
inner join exited
    on exited.programme_id = participant.programme_id
    and exited.record_key = participant.record_key
    and exited.dimension = 'outcome'
where participant.dimension in ('route', 'region', 'field')
union all by name
select 'exit' as subject, overlapping.*,
from overlapping
inner join exited
    on exited.programme_id = overlapping.programme_id
    and exited.record_key = overlapping.record_key
    and exited.dimension = 'outcome'
where overlapping.dimension = 'target_group'
union all by name
select 'exit' as subject, *, from exited
union all by name
select
    result.subject,
    participant.*,
from private.result
inner join participant
    on participant.programme_id = result.programme_id
    and participant.record_key = result.participation_key
    and participant.dimension = 'region'
union all by name
select
    result.subject,
    exited.*,
from private.result
inner join exited
    on exited.programme_id = result.programme_id
    and exited.record_key = result.participation_key
    and exited.dimension = 'to_field'
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
select 'voucher' as subject, * exclude (participation_key), from granted
union all by name
select
    'voucher' as subject,
    voucher.programme_id,
    voucher.voucher_key as record_key,
    participant.dimension,
    participant.category,
from private.voucher
inner join participant
    on participant.programme_id = voucher.programme_id
    and participant.record_key = voucher.participation_key
where voucher.voucher_state <> 'withdrawn' and participant.dimension = 'region'
union all by name
select
    'voucher' as subject,
    voucher.programme_id,
    voucher.voucher_key as record_key,
    overlapping.dimension,
    overlapping.category,
from private.voucher
inner join overlapping
    on overlapping.programme_id = voucher.programme_id
    and overlapping.record_key = voucher.participation_key
where voucher.voucher_state <> 'withdrawn' and overlapping.dimension = 'target_group'
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

-- The categories of a dimension are fixed beforehand, so that what is absent tells nothing.
insert into private.category by name
with fixed as (
    select '' as dimension, '' as category
    union all by name
    select list as dimension, code as category,
    from code_label
    where
        list in (
            'route', 'position', 'outcome', 'placement', 'instrument', 'voucher_kind',
            'target_group'
        )
    union all by name
    select 'stage' as dimension, unnest(['intake', 'started', 'exited']) as category
    union all by name
    select 'voucher_state' as dimension, unnest(['granted', 'paid']) as category
    union all by name
    select unnest(['filled', 'begun']) as dimension, code as category,
    from code_label
    where list = 'begun'
    union all by name
    select 'technical' as dimension, unnest(['yes', 'no', 'unknown']) as category
    union all by name
    select
        unnest(['at_work_6', 'at_work_12', 'at_work_24']) as dimension,
        code as category,
    from code_label
    where list = 'known'
    union all by name
    select 'tension_class' as dimension, code as category,
    from code_label
    where list = 'tension_class'
    union all by name
    select 'tension_class' as dimension, 'unknown' as category
    union all by name
    select dimension, category,
    from (values ('field'), ('from_field'), ('to_field')) as kinds (dimension)
    cross join (
        select technical_field as category from technical_field
        union all
        select unnest(['other', 'unknown']) as category
    )
    union all by name
    select distinct 'occupation' as dimension, occupation as category from private.field
    union all by name
    select 'occupation' as dimension, 'unknown' as category
    union all by name
    select unnest(['from_sector', 'to_sector']) as dimension, sbi as category,
    from sector
    where length(sbi) = 1
    union all by name
    select unnest(['from_sector', 'to_sector']) as dimension, 'unknown' as category
    union all by name
    select 'region' as dimension, 'unknown' as category
    union all by name
    select 'funder' as dimension, 'unknown' as category
)

select delivery.programme_id, fixed.dimension, fixed.category,
from private.delivery
cross join fixed
union by name
select distinct
    delivery.programme_id,
    'region' as dimension,
    region_link.arbeidsmarktregio_code as category,
from private.delivery
inner join programme using (programme_id)
inner join programme_region using (programme_id)
inner join region_link
    on programme_region.region_code in (
        'NL01',
        region_link.arbeidsmarktregio_code,
        region_link.corop_code,
        region_link.provincie_code
    )
    and region_link.year >= least(
        year(programme.starts_on_first), (select max(year) from region_link)
    )
union by name
select distinct
    delivery.programme_id,
    'target_group' as dimension,
    programme_target.target_group as category,
from private.delivery
inner join programme_target using (programme_id)
where programme_target.target_group <> 'all'
union by name
select distinct
    delivery.programme_id,
    'funder' as dimension,
    programme_budget.funder as category,
from private.delivery
inner join programme_budget using (programme_id)
where programme_budget.funder <> '';

-- The periods of a programme: all of it, each year that has begun, each quarter that is over; the
-- day of the delivery is delivered whole.
create or replace table private.asked as
select
    delivery.programme_id,
    period.kind as period_kind,
    period.period,
    period.starts_on,
    period.ends_on,
from private.delivery
inner join programme using (programme_id)
inner join period
    on period.kind in ('year', 'quarter')
    and period.ends_on >= programme.starts_on_first
    and if(period.kind = 'year', period.starts_on, period.ends_on) <= delivery.as_of_on
union all by name
select programme_id, 'all' as period_kind, '' as period from private.delivery;
