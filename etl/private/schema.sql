-- Records of persons, in memory while a database is built: nothing of them is written. The public
-- database holds only the protected cells made of them. The tables of participations, vouchers and
-- vacancies have the columns of data/reference/delivery_column.csv: see delivered.sql.

-- One row per programme that delivered: the delivery that counts now.
create table private.delivery (
    programme_id text primary key,
    delivery_number integer not null,
    as_of_on date not null,
    status text not null,
    release_id text not null,
);

-- One row per programme, what is counted (subject) and record, with what it weighs: number is 1,
-- except of match interviews. whose is the person, or the employer, whose record it is; one that is
-- of a participation has its key.
create table private.record (
    programme_id text,
    subject text,
    record_key text,
    participation_key text,
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
