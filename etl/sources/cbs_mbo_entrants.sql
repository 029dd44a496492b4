-- Who entered mbo, by what they did a year before: their position, or the sector they worked in.
-- Positions stand at several levels at once and do not add up.
delete from mbo_entrants where source_id = 'cbs_mbo_entrants';
delete from unmapped_category where source_id = 'cbs_mbo_entrants';

create temp table published_entrants as
select
    'position' as origin_kind,
    trim("MaatschappelijkePositie1JaarEerder:Title") as origin,
    "Niveau:Title" as level_found,
    "Leerweg:Title" as path_found,
    trim("Sectorkamer:Title") as sectorkamer,
    trim("Perioden") as school_year,
    "InstromersTotaal_1" as value,
    release_status_of("Perioden:Status") as release_status,
    '85569NED' as table_id,
    release_id,
    line,
from raw."85569NED"
union all by name
select
    'sector' as origin_kind,
    trim("BedrijfstakkenBranchesSBI2008:Title") as origin,
    "Niveau:Title" as level_found,
    "Leerweg:Title" as path_found,
    trim("Sectorkamer:Title") as sectorkamer,
    trim("Perioden") as school_year,
    "InstromersMbo_1" as value,
    release_status_of("Perioden:Status") as release_status,
    '85574NED' as table_id,
    release_id,
    line,
from raw."85574NED";

insert into unmapped_category by name
select
    'cbs_mbo_entrants' as source_id,
    table_id,
    if(mbo_level_of(level_found) is null, 'Niveau', 'Leerweg') as column_name,
    if(mbo_level_of(level_found) is null, level_found, path_found) as category,
    count(*) as row_count,
from published_entrants
where mbo_level_of(level_found) is null or learning_path_of(path_found) is null
group by all;

delete from published_entrants
where mbo_level_of(level_found) is null or learning_path_of(path_found) is null;

insert into rejected_row by name
select
    release_id as file,
    line,
    'Perioden' as column_name,
    school_year as value,
    'a school year such as 2021SJ00 was expected' as reason,
from published_entrants
where school_year not in (select period from period where kind = 'school_year')
union all by name
select
    release_id as file,
    line,
    'Instromers' as column_name,
    value,
    'a number of persons, or one of the marks . x - was expected' as reason,
from published_entrants
where is_bad_number(value) or number_of(value) < 0 or number_of(value) <> floor(number_of(value))
union all by name
select
    max(release_id) as file,
    max(line) as line,
    'Sectorkamer' as column_name,
    format('{} / {} / {}', origin, sectorkamer, school_year) as value,
    format('this combination stands here {} times, once was expected', count(*)) as reason,
from published_entrants
group by
    origin_kind,
    origin,
    mbo_level_of(level_found),
    learning_path_of(path_found),
    sectorkamer,
    school_year
having count(*) > 1;

insert into mbo_entrants by name
select
    'cbs_mbo_entrants' as source_id,
    origin_kind,
    origin,
    mbo_level_of(level_found) as mbo_level,
    learning_path_of(path_found) as learning_path,
    sectorkamer,
    school_year,
    cast(number_of(value) as integer) as entrants,
    sign_of(value) as sign,
    'published' as status,
    release_status,
    release_id,
    line,
from published_entrants;

drop table published_entrants;
