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
