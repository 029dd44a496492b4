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
