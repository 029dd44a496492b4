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

-- One row per domain of training in mbo; is_technical: whether its qualifications are shown here.
create table mbo_domain (
    domain_code text primary key,
    label text not null,
    is_technical boolean not null,
    why text not null,
);

-- One row per source and qualification (crebo): its level, by name. No demand, no students.
create table qualification (
    source_id text,
    crebo text,
    name text not null,
    mbo_level text not null,
    learning_paths text not null,
    domain_code text not null,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (source_id, crebo),
);

-- One row per qualification as it is shown; period is the month up to which its list was amended.
create view known_qualification as
select
    name as qualification_label,
    label_of('mbo_level', mbo_level) as level_label,
    mbo_domain.label as domain_label,
    label_of('qualification_path', learning_paths) as learning_path_label,
    crebo,
    period.label as period_label,
    qualification.status,
    is_technical,
    mbo_level,
    period.period,
    release_id,
    line,
from qualification
inner join mbo_domain using (domain_code)
inner join release using (release_id)
inner join period on period.period = strftime(release.modified_on, '%YMM%m');
