-- Figures of the whole country in the monitor of the Techniekpact. An edition is a page with what is
-- printed on it: figures of two editions do not compare.

-- One row per source, edition (its month), quarter, field and skill level of ISCO (or total):
-- vacancies for technical occupations as UWV estimates them. is_older_method: as it did until 2022.
create table skill_vacancies (
    source_id text,
    edition text,
    quarter text,
    field text,
    skill_level text,
    open_vacancies integer not null,
    is_older_method boolean not null,
    url text not null,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (source_id, edition, quarter, field, skill_level),
);

-- One row per source, edition (its year; by_domain: counted by an older definition), school year,
-- level and unit: which part of the entrants of mbo (percent), or how many (persons), choose a
-- technical field.
create table technical_inflow (
    source_id text,
    edition text,
    school_year text,
    mbo_level text,
    unit text,
    value integer not null,
    precision text not null,
    url text not null,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (source_id, edition, school_year, mbo_level, unit),
);

-- One row per source, edition (its year), year and group of workers: persons with a technical
-- occupation, ict included.
create table technical_workers (
    source_id text,
    edition text,
    year text,
    worker_group text,
    employed integer not null,
    url text not null,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (source_id, edition, year, worker_group),
);

-- One row per source, edition (its year), year and group by education: which part is unemployed.
create table technical_unemployment (
    source_id text,
    edition text,
    year text,
    worker_group text,
    unemployment_pct decimal(4, 1) not null,
    url text not null,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (source_id, edition, year, worker_group),
);
