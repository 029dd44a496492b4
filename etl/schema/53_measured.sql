-- What was measured of those who work in an occupation: never what vacancies ask for.

-- One row per source, occupation (BRC class, segment or group) and year: the median wage per hour of
-- employees, in euros. A group of which it is not certain has no row.
create table occupation_wage (
    source_id text,
    occupation_code text,
    year text,
    hourly_wage decimal(5, 1) not null,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (source_id, occupation_code, year),
);

-- One row per source, age, sex, major group of ISCO (or TOTAL), education and period: employed persons.
-- Educations of Eurostat (ISCED) and of CBS are lists of their own. note: break or unreliable, as
-- Eurostat flags it.
create table employed_education (
    source_id text,
    age text,
    sex text,
    isco_group text,
    education text,
    period text,
    employed integer,
    sign text,
    note text,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (source_id, age, sex, isco_group, education, period),
);
