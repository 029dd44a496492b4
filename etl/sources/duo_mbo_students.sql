-- Students in mbo per province as DUO counts them: another classification than that of CBS, so a
-- source and fields of its own. −1 stands for a small number and is kept secret, never summed.
delete from mbo_students where source_id = 'duo_mbo_students';
delete from mbo_field where classification = 'duo_hoofdgroep';
delete from unmapped_category where source_id = 'duo_mbo_students';

create or replace temp table published as
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
    "NIVEAU" as level_found,
    "LEERWEG" as path_found,
    'mbo-studenten' as table_id,
    refusals([category('WOONPROVINCIE', "WOONPROVINCIE", region_code is not null)]) as unmapped,
    release_id,
    line,
from raw.duo_mbo_students
left join region_name as province
    on province.kind = 'provincie' and lower(province.name) = lower(trim("WOONPROVINCIE"));

insert into unmapped_category by name
from unmapped_in('published', 'duo_mbo_students');

delete from published where len(unmapped) > 0;

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(mbo_level is null, 'NIVEAU', level_found, '1, 2, 3 or 4 was expected'),
        refusal(
            learning_path is null, 'LEERWEG', path_found, 'BBL, BOLVT, BOLDT or EX was expected'
        ),
        refusal(
            not regexp_full_match(value, '-1|[0-9]+'),
            'JAAR_' || left(school_year, 4),
            value,
            'a whole number, or -1 for a small one, was expected'
        )
    ]), recursive := true),
from published
union all by name
from twice(
    'published',
    ['region_code', 'field_code', 'mbo_level', 'learning_path', 'school_year'],
    'HOOFDGROEP NAAM',
    'combination'
);

insert into mbo_field by name
select distinct
    field_code,
    'duo_hoofdgroep' as classification,
    format('{} ({})', field_label, split_part(field_code, ' / ', 1)) as label,
    100 as position,
from published;

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
from published;
