-- Records of persons, in memory while a database is built: nothing of them is written. The public
-- database holds only the protected cells made of them.

-- One row per programme that delivered: the delivery that counts now.
create table private.delivery (
    programme_id text primary key,
    delivery_number integer not null,
    as_of_on date not null,
    status text not null,
    release_id text not null,
);

-- One row per programme and participation. Codes and dates as delivered; a code is NULL where it was
-- left empty, municipality_code also where it is unknown.
create table private.participation (
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
create table private.participation_target_group (
    programme_id text,
    participation_key text,
    target_group text,
    primary key (programme_id, participation_key, target_group),
);

-- One row per programme, participation and instrument that was used.
create table private.participation_instrument (
    programme_id text,
    participation_key text,
    instrument text,
    primary key (programme_id, participation_key, instrument),
);

-- One row per programme and voucher. Amounts in euros.
create table private.voucher (
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
create table private.vacancy (
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

-- One row per programme, what is counted (subject) and record, with what it weighs: number is 1,
-- except of match interviews. whose is the person, or the employer, whose record it is.
create table private.record (
    programme_id text,
    subject text,
    record_key text,
    whose text not null,
    happened_on date not null,
    number integer not null,
    granted_eur decimal(12, 2),
    paid_eur decimal(12, 2),
    primary key (programme_id, subject, record_key),
);

-- One row per record, dimension and category; of a dimension such as target group a record can have
-- several. The dimension '' has one category, '': everything.
create table private.trait (
    programme_id text not null,
    subject text not null,
    record_key text not null,
    dimension text not null,
    category text not null,
);

-- One row per programme, dimension and category that can occur there, whether it does or not.
create table private.category (
    programme_id text,
    dimension text,
    category text,
    primary key (programme_id, dimension, category),
);

-- One row per programme, protected table, pair of categories and period, also where there is nothing:
-- the exact count, its euros, and the largest share of one person, or employer, in each.
create table private.exact_cell (
    programme_id text not null,
    subject text not null,
    dimension_1 text not null,
    category_1 text not null,
    dimension_2 text not null,
    category_2 text not null,
    period_kind text not null,
    period text not null,
    number integer not null,
    number_of_one integer,
    granted_eur decimal(14, 2),
    granted_eur_of_one decimal(14, 2),
    paid_eur decimal(14, 2),
    paid_eur_of_one decimal(14, 2),
);

-- One row per programme: how its cells are protected.
create table private.rules (
    programme_id text primary key,
    small integer not null,
    base integer not null,
    euro_base decimal(12, 2) not null,
);

-- One row per exact cell, with what is shown of it.
create table private.protected_cell (
    programme_id text not null,
    subject text not null,
    dimension_1 text not null,
    category_1 text not null,
    dimension_2 text not null,
    category_2 text not null,
    period_kind text not null,
    period text not null,
    shown_number integer,
    shown_granted_eur integer,
    shown_paid_eur integer,
);
