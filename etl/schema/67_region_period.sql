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
