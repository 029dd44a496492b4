-- What is counted: which records there are of each subject. Definitions:
-- data/reference/definition.csv.

-- People in work at the start are kept or move on, they are never placed; a placement counts from the
-- start of the trajectory to six months after its end. The result is what came of those who left, as
-- far as it is a success: each of them is counted once.
create or replace table private.trajectory as
with told as (
    select
        participation.* exclude (outcome),
        delivery.as_of_on,
        place.region_code,
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
    inner join private.delivery using (programme_id)
    left join private.place
        on place.municipality_code = participation.municipality_code
        and place.year = year(participation.intake_on)
)

select
    *,
    case
        when exit_on is null then null
        when outcome = 'new_job' and route = 'without_job' then 'placed'
        when outcome in ('retained', 'advanced') then 'kept'
        when outcome in ('work_place', 'training_completed') then 'learned'
    end as result,
from told;

-- The vouchers, each with what is so of the participation that it is of.
create or replace table private.held_voucher as
select
    voucher.* replace (
        coalesce(voucher.paid_eur, 0) as paid_eur,
        coalesce(voucher.occupation_code, trajectory.aimed_occupation_code) as occupation_code
    ),
    voucher.voucher_state = 'withdrawn' as is_withdrawn,
    trajectory.person_key,
    trajectory.region_code,
from private.voucher
inner join private.trajectory using (programme_id, participation_key);

insert into private.record by name
with found as (
    select
        programme_id,
        participation_key as record_key,
        participation_key,
        person_key as whose,
        1 as number,
        unnest([
            {'subject': 'participation', 'happened_on': intake_on},
            {'subject': if(exit_on is null, null, 'exit'), 'happened_on': exit_on},
            {'subject': if(exit_on is null, null, result), 'happened_on': exit_on},
        ], recursive := true),
    from private.trajectory
    union all by name
    select
        programme_id,
        if(is_withdrawn, 'withdrawn_voucher', 'voucher') as subject,
        voucher_key as record_key,
        participation_key,
        person_key as whose,
        granted_on as happened_on,
        1 as number,
        granted_eur,
        paid_eur,
    from private.held_voucher
    union all by name
    select
        programme_id,
        vacancy_key as record_key,
        employer_key as whose,
        registered_on as happened_on,
        unnest([
            {'subject': 'vacancy', 'number': 1},
            {'subject': 'match_interview', 'number': match_interviews},
        ], recursive := true),
    from private.vacancy
)

select *
from found
where subject is not null and number > 0
union all by name
select
    found.programme_id,
    first_of.whose as subject,
    found.whose as record_key,
    found.whose,
    min(found.happened_on) as happened_on,
    1 as number,
from found
inner join (
    values ('participation', 'person'), ('voucher', 'voucher_person'), ('vacancy', 'employer')
) as first_of (subject, whose) using (subject)
group by all;

-- The class at the end of the last quarter before the voucher, or the outcome, in the region where
-- the person lives: of the occupation aimed at, or arrived at.
create or replace table private.record_tension as
with matched as (
    select
        programme_id,
        'voucher' as subject,
        voucher_key as record_key,
        region_code,
        occupation_code,
        granted_on as matched_on,
    from private.held_voucher
    union all by name
    select
        programme_id,
        result as subject,
        participation_key as record_key,
        region_code,
        to_occupation_code as occupation_code,
        coalesce(outcome_on, exit_on) as matched_on,
    from private.trajectory
    where result is not null
)

select
    matched.programme_id,
    matched.subject,
    matched.record_key,
    region_figure.tension_class,
    region_figure.status,
from matched
inner join uwv_group_brc on uwv_group_brc.brc_group_code = matched.occupation_code
inner join period
    on period.kind = 'quarter'
    and period.ends_on + interval 1 day = date_trunc('quarter', matched.matched_on)
inner join region_figure
    on region_figure.measure = 'tension'
    and region_figure.breakdown = uwv_group_brc.uwv_group_code
    and region_figure.region_code = matched.region_code
    and region_figure.period = period.period
where region_figure.tension_class is not null;
