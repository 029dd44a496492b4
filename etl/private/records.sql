-- The delivered rows, text as the import checked it, as records.
insert into private.participation by name
select
    programme_id,
    participation_key,
    person_key,
    cast(intake_on as date) as intake_on,
    cast(start_on as date) as start_on,
    cast(exit_on as date) as exit_on,
    nullif(municipality_code, 'unknown') as municipality_code,
    position_at_start,
    from_occupation_code,
    from_sector_code,
    aimed_occupation_code,
    outcome,
    cast(outcome_on as date) as outcome_on,
    outcome_in_technical,
    to_occupation_code,
    to_sector_code,
    at_work_6,
    at_work_12,
    at_work_24,
from private.delivered_participation;

insert into private.participation_target_group by name
select distinct
    programme_id,
    participation_key,
    unnest(string_split(target_groups, ';')) as target_group,
from private.delivered_participation
where target_groups <> '';

insert into private.participation_instrument by name
select distinct
    programme_id,
    participation_key,
    unnest(string_split(instruments, ';')) as instrument,
from private.delivered_participation
where instruments <> '';

insert into private.voucher by name
select
    programme_id,
    voucher_key,
    participation_key,
    voucher_kind,
    voucher_state,
    cast(granted_on as date) as granted_on,
    cast(granted_eur as decimal(12, 2)) as granted_eur,
    cast(paid_on as date) as paid_on,
    cast(paid_eur as decimal(12, 2)) as paid_eur,
    occupation_code,
    funder,
from private.delivered_voucher;

insert into private.vacancy by name
select
    programme_id,
    vacancy_key,
    employer_key,
    cast(registered_on as date) as registered_on,
    cast(filled_on as date) as filled_on,
    nullif(municipality_code, 'unknown') as municipality_code,
    occupation_code,
    cast(match_interviews as integer) as match_interviews,
from private.delivered_vacancy;
