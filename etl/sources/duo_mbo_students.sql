-- Students in mbo per province as DUO counts them: another classification than that of CBS, so a
-- source and fields of its own. −1 stands for a small number and is kept secret, never summed.
delete from mbo_students where source_id = 'duo_mbo_students';
delete from mbo_field where classification = 'duo_hoofdgroep';
delete from unmapped_category where source_id = 'duo_mbo_students';

create temp table published_duo as
with province as (
    select lower(name) as name, region_code
    from region_name
    where kind = 'provincie'
)

select
    province.region_code,
    format('{} / {}', trim("SECTORKAMER NAAM"), trim("HOOFDGROEP NAAM")) as field_code,
    trim("HOOFDGROEP NAAM") as field_label,
    if(trim("NIVEAU") in ('1', '2', '3', '4'), 'mbo' || trim("NIVEAU"), null) as mbo_level,
    case trim("LEERWEG")
        when 'BBL' then 'bbl'
        when 'BOLVT' then 'bol_full_time'
        when 'BOLDT' then 'bol_part_time'
        when 'EX' then 'external'
    end as learning_path,
    "JAAR" || 'SJ00' as school_year,
    trim("AANTAL") as value,
    "WOONPROVINCIE" as region_found,
    "NIVEAU" as level_found,
    "LEERWEG" as path_found,
    "JAAR" as year_found,
    release_id,
    line,
from raw.duo_mbo_students
left join province on province.name = lower(trim("WOONPROVINCIE"));

insert into unmapped_category by name
select
    'duo_mbo_students' as source_id,
    'mbo-studenten' as table_id,
    'WOONPROVINCIE' as column_name,
    region_found as category,
    count(*) as row_count,
from published_duo
where region_code is null
group by all;

delete from published_duo where region_code is null;

insert into rejected_row by name
select
    release_id as file,
    line,
    'NIVEAU' as column_name,
    level_found as value,
    '1, 2, 3 or 4 was expected' as reason,
from published_duo
where mbo_level is null
union all by name
select
    release_id as file,
    line,
    'LEERWEG' as column_name,
    path_found as value,
    'BBL, BOLVT, BOLDT or EX was expected' as reason,
from published_duo
where learning_path is null
union all by name
select
    release_id as file,
    line,
    'JAAR_' || year_found as column_name,
    value,
    'a whole number, or -1 for a small one, was expected' as reason,
from published_duo
where not regexp_full_match(value, '-1|[0-9]+')
union all by name
select
    release_id as file,
    max(line) as line,
    'HOOFDGROEP NAAM' as column_name,
    format('{} / {} / {} / {}', field_code, mbo_level, learning_path, region_code) as value,
    format('this combination stands here {} times, once was expected', count(*)) as reason,
from published_duo
group by release_id, field_code, mbo_level, learning_path, region_code, school_year
having count(*) > 1;

insert into mbo_field by name
select distinct
    field_code,
    'duo_hoofdgroep' as classification,
    format('{} ({})', field_label, split_part(field_code, ' / ', 1)) as label,
    100 as position,
from published_duo;

insert into mbo_students by name
select
    'duo_mbo_students' as source_id,
    region_code,
    mbo_level,
    learning_path,
    field_code,
    school_year,
    cast(nullif(value, '-1') as integer) as students,
    if(value = '-1', 'secret', null) as sign,
    'published' as status,
    release_id,
    line,
from published_duo;

drop table published_duo;
