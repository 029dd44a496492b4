-- One row per region and validity. 0 and 9999 stand for an open beginning and end.
create table region (
    region_code text,
    kind text not null,
    name text not null,
    parent_code text,
    valid_from_year integer,
    valid_to_year integer not null,
    primary key (region_code, valid_from_year),
);

-- The regions of today.
create view region_today as
select * from region where valid_to_year = 9999;

-- The name of a region of today.
create macro region_name_of(a_code) as (
    select region_today.name from region_today where region_today.region_code = a_code
);

-- One row per name under which a source calls a region, and kind of region.
create table region_name (
    name text,
    kind text,
    region_code text not null,
    primary key (name, kind),
);

-- One row per municipality and year, with the regions it belongs to. status: published by CBS, or
-- estimated, which here is derived from the newest year with the known changes.
create table region_link (
    municipality_code text,
    year integer,
    arbeidsmarktregio_code text not null,
    corop_code text not null,
    provincie_code text not null,
    status text not null,
    primary key (municipality_code, year),
);

-- One row per region and province that it shares a municipality with in any year; Nederland lies in
-- each. A landsdeel, which is larger than its provinces, lies in none.
create view region_province as
select distinct
    unnest([municipality_code, arbeidsmarktregio_code, corop_code, provincie_code]) as region_code,
    provincie_code as province_code,
from region_link
union all
select distinct 'NL01' as region_code, provincie_code as province_code,
from region_link;

-- Whether a region lies in one of these provinces, or in none when none is asked.
create macro lies_in(a_code, province_codes) as
    len(province_codes) = 0
    or a_code in (
        select region_province.region_code
        from region_province
        where region_province.province_code in (select unnest(province_codes))
    );

-- One row per arbeidsmarktregio and provincie that overlap and year: the grain of anything summed to
-- both.
create table region_part (
    arbeidsmarktregio_code text,
    provincie_code text,
    year integer,
    municipalities integer not null,
    primary key (arbeidsmarktregio_code, provincie_code, year),
);

-- Those of the newest year.
create view region_part_today as
select * from region_part where year = (select max(year) from region_part);

-- One row per arbeidsmarktregio, COROP area or provincie and the year from which it covers another
-- area than the year before. Municipalities that were divided count too.
create table region_break (
    region_code text,
    year integer,
    municipalities_gained integer not null,
    municipalities_lost integer not null,
    sentence text not null,
    why text,
    status text not null,
    primary key (region_code, year),
);

-- One row per two regions of one kind that share a border, in both directions.
create table region_neighbour (
    region_code text,
    neighbour_code text,
    border_km integer not null,
    primary key (region_code, neighbour_code),
);
