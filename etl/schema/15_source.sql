-- One row per publication that a figure can come from.
create table source (
    source_id text primary key,
    kind text not null,
    title text not null,
    publisher text not null,
    url text,
    licence text,
    about text,
    published_on text,
    retrieved_on date,
);

-- The publisher of a source.
create macro publisher_of(an_id) as (
    select source.publisher from source where source.source_id = an_id
);

-- One row per raw file that was loaded.
create table release (
    release_id text primary key,
    source_id text not null,
    table_id text,
    title text not null,
    publisher text not null,
    url text,
    licence text not null,
    status text not null,
    copy text not null,
    period text,
    modified_on date,
    retrieved_on date,
    note text,
    row_count integer,
    sha256 text not null,
);

-- One row per release, as a table that is taken along whole tells of it.
create view release_origin as
select
    concat_ws(', ', publisher, table_id) as source,
    retrieved_on,
    modified_on,
    release_id,
from release;

-- One row per build of this database.
create table load (
    built_at timestamp primary key,
    inputs_sha256 text not null,
    duckdb_version text not null,
);

-- One row per source, one for what they share, with a hash of everything it was made from, and one
-- for the layout of the tables.
create table load_step (
    step text primary key,
    inputs_sha256 text not null,
);

-- One row per refused row and column of a file; empty in a published database built from CBS files.
create table rejected_row (
    file text not null,
    line integer,
    column_name text,
    value text,
    reason text not null,
);

-- One row per problem of a release that does not fit; the figures are without that release. in_place:
-- the release of the file that counts instead.
create table left_out (
    release_id text not null,
    source_id text not null,
    in_place text,
    position integer not null,
    file text not null,
    line integer,
    column_name text,
    value text,
    reason text not null,
);

-- One row per check, with the number of offending rows and, in Dutch, what it guards.
create table check_result (
    rule text primary key,
    sentence text not null,
    offending_rows integer not null,
);

-- One row per known deviation in the publisher's own sums; figures are shown as published.
create table known_deviation (
    rule text,
    region_code text,
    sector_code text,
    quarter text,
    published integer not null,
    sum_of_parts integer not null,
    difference integer not null,
    primary key (rule, region_code, sector_code, quarter),
);

-- One row per key that stands in several rows of a table.
create macro repeated(a_table, keys) as table
select
    a_table as table_name,
    key,
    count(*) as times,
from (
    select concat_ws(' / ', *columns(lambda name: name in keys)) as key
    from query_table(a_table)
)
group by key
having count(*) > 1;

-- One row per table that can be taken along whole, by queries/downloads/<dataset>.sql.
create table dataset (
    dataset text primary key,
    table_name text not null,
    period_column text,
    title text not null,
    -- What a row is, in Dutch.
    grain text not null,
    terms text[] not null,
    position integer not null unique,
    -- Of a table whose rows come from no release.
    licence text,
);

-- The period of a year that stands as a number.
create macro period_code_of(period) as
    if(length(cast(period as text)) = 4, cast(period as text) || 'JJ00', cast(period as text));

-- One row per dataset and status with how many rows its table has, made when that is filled.
create table dataset_count (
    dataset text not null,
    row_count integer not null,
    first_period text,
    last_period text,
    status text not null,
);
