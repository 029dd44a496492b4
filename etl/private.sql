-- The tables of the private database: records of persons, which never leave it. The public database
-- holds only protected cells made of them (etl/derive/programme_cells.sql).

-- One row per programme that delivered: the delivery that counts now.
create table delivery (
    programme_id text primary key,
    delivery_number integer not null,
    as_of_on date not null,
    status text not null,
);

-- One row per programme and participation. Codes and dates as delivered; a code is NULL where it was
-- left empty, municipality_code also where it is unknown.
create table participation (
    programme_id text,
    participation_key text,
    person_key text not null,
    intake_on date not null,
    start_on date,
    exit_on date,
    municipality_code text,
    position_at_start text not null,
    from_occupation_code text,
    from_sector_code text,
    aimed_occupation_code text,
    outcome text,
    outcome_on date,
    outcome_in_technical text,
    to_occupation_code text,
    to_sector_code text,
    at_work_6 text,
    at_work_12 text,
    at_work_24 text,
    primary key (programme_id, participation_key),
);

-- One row per programme, participation and target group it belongs to: they overlap.
create table participation_target_group (
    programme_id text,
    participation_key text,
    target_group text,
    primary key (programme_id, participation_key, target_group),
);

-- One row per programme, participation and instrument that was used.
create table participation_instrument (
    programme_id text,
    participation_key text,
    instrument text,
    primary key (programme_id, participation_key, instrument),
);

-- One row per programme and voucher. Amounts in euros.
create table voucher (
    programme_id text,
    voucher_key text,
    participation_key text not null,
    voucher_kind text not null,
    voucher_state text not null,
    granted_on date not null,
    granted_eur decimal(12, 2) not null,
    paid_on date,
    paid_eur decimal(12, 2),
    occupation_code text,
    funder text,
    primary key (programme_id, voucher_key),
);

-- One row per programme and vacancy that an employer registered.
create table vacancy (
    programme_id text,
    vacancy_key text,
    employer_key text not null,
    registered_on date not null,
    filled_on date,
    municipality_code text,
    occupation_code text,
    match_interviews integer,
    primary key (programme_id, vacancy_key),
);
