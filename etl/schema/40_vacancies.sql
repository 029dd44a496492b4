-- One row per source, region, sector and quarter. Open at the end of the quarter; margin is how far
-- off rounding may have put the figure, and the sum or difference that an estimated one is.
create table vacancies (
    source_id text not null,
    region_code text not null,
    sector_code text not null,
    quarter text not null,
    open_vacancies integer,
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
    margin integer not null default 50,
);

-- One row per source, series, region and period (quarter or year). Persons of 15 to 75 years.
create table labour_force (
    source_id text not null,
    series text not null,
    region_code text not null,
    period text not null,
    labour_force integer,
    employed integer,
    unemployed integer,
    unemployment_pct decimal(4, 1),
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per source, region, occupation and period. Employed persons of 15 to 75 years.
create table employment (
    source_id text not null,
    region_code text not null,
    occupation_code text not null,
    period text not null,
    employed integer,
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per source, series (a CBS table: never joined with another), sector and period. The whole
-- country; a sector is named by its SBI code. Of a year, open_vacancies is the mean.
create table national_vacancies (
    source_id text not null,
    series text not null,
    sector_code text not null,
    period text not null,
    sector_label text not null,
    open_vacancies integer,
    created_vacancies integer,
    filled_vacancies integer,
    vacancies_per_1000_jobs decimal(6, 1),
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per source, sector (by its SBI code), occupation and year. The whole country.
create table created_vacancies (
    source_id text not null,
    sector_code text not null,
    occupation_code text not null,
    year text not null,
    sector_label text not null,
    created_vacancies integer,
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per source, series, region and month. On the last day: persons, seasonally adjusted, in tens
-- (total), or of the whole country benefits in hundreds (national, national_adjusted).
create table ww_benefits (
    source_id text not null,
    region_code text not null,
    month text not null,
    ww_benefits integer,
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
    series text not null default 'total',
);
