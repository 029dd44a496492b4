-- What is counted: which records there are of each subject. Definitions:
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
    participation_key,
    person_key as whose,
    intake_on as happened_on,
    1 as number,
from private.trajectory
union all by name
select
    programme_id,
    'exit' as subject,
    participation_key as record_key,
    participation_key,
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
    participation_key,
    person_key as whose,
    exit_on as happened_on,
    1 as number,
from private.result
union all by name
select
    voucher.programme_id,
    if(voucher.voucher_state = 'withdrawn', 'withdrawn_voucher', 'voucher') as subject,
    voucher.voucher_key as record_key,
    voucher.participation_key,
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
