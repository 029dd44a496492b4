-- One row per source, region, level, learning path, field and school year. Students in mbo, by
-- where they live.
create table mbo_students (
    source_id text not null,
    region_code text not null,
    mbo_level text not null,
    learning_path text not null,
    field_code text not null,
    school_year text not null,
    students integer,
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per source, region, level, learning path, field and school year. Graduates of mbo, by
-- where they live.
create table mbo_graduates (
    source_id text not null,
    region_code text not null,
    mbo_level text not null,
    learning_path text not null,
    field_code text not null,
    school_year text not null,
    graduates integer,
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per source, what entrants did a year before (position or sector), level, learning path,
-- sectorkamer and school year. The whole country; positions overlap and do not add up.
create table mbo_entrants (
    source_id text not null,
    origin_kind text not null,
    origin text not null,
    mbo_level text not null,
    learning_path text not null,
    sectorkamer text not null,
    school_year text not null,
    entrants integer,
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per what is counted (students on 1 October, or graduates over a school year), source,
-- region, level, learning path, field and school year.
create view mbo_supply as
select
    'students' as counted,
    mbo_students.* rename (students as persons),
from mbo_students
union all by name
select
    'graduates' as counted,
    mbo_graduates.* rename (graduates as persons),
from mbo_graduates;

-- Those of the tables of CBS per province: its older table and DUO count otherwise and are never
-- added to them. Students are counted on 1 October, graduates over a whole school year.
create view mbo_supply_cbs as
select
    mbo_supply.*,
    if(counted = 'students', starts_on + interval 2 months, ends_on) as counted_on,
from mbo_supply
inner join release using (release_id)
inner join period on period.period = school_year
where table_id in ('85353NED', '85356NED');

-- One row per field of study in mbo; fields of different classifications overlap.
create table mbo_field (
    field_code text primary key,
    classification text not null,
    label text not null,
    position integer not null,
);
