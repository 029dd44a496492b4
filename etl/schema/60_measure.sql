-- One row per measure that regions can be compared by.
create table measure (
    measure text primary key,
    label text not null,
    unit text not null,
    brief_unit text not null,
    decimals integer not null,
    is_count boolean not null,
    -- In a list: de werkloosheid.
    subject text not null,
    -- The breakdown of the whole, or the only one; NULL where all are series of their own.
    part text,
    source_id text not null,
    term text not null,
    how_to_load text not null,
    position integer not null,
    -- In what is known about an area; NULL when it is left out there.
    pack_position integer,
);

-- One row per measure and kind of region: whether its source publishes it there, and why not.
create table measure_level (
    measure text,
    kind text,
    is_published boolean not null,
    why text not null,
    primary key (measure, kind),
);

-- One row per measure, breakdown, kind of region and period in which a region of today has a figure,
-- made by etl/derive/region_period.sql: what can be chosen is known without reading every figure.
create table region_period (
    measure text not null,
    breakdown text not null,
    kind text not null,
    period text not null,
    real_regions integer not null,
    sample_regions integer not null,
);
