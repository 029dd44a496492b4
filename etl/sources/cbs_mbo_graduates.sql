-- Graduates in mbo per province, level, learning path and broad field. One feed holds
-- three overlapping classifications of the same persons; only the broad field (ISCED) is loaded.
delete from mbo_graduates where source_id = 'cbs_mbo_graduates';
delete from unmapped_category where source_id = 'cbs_mbo_graduates';

create temp table published_mbo as
select
    trim("Regio") as region_code,
    "Niveau:Title" as level_found,
    "Leerweg:Title" as path_found,
    "Studierichting:Title" as field_found,
    trim("Perioden") as school_year,
    "Gediplomeerden mbo" as value,
    release_status_of("Perioden:Status") as release_status,
    true as is_feed,
    status,
    release_id,
    line,
from raw."85356NED";

-- A published school year replaces the fictitious one as a whole.
delete from published_mbo
where
    status = 'sample'
    and school_year in (select school_year from published_mbo where status = 'published');

insert into unmapped_category by name
with category as (
    select
        unnest([
            {'column_name': 'Regio', 'category': region_code, 'is_known': region_code in (
                select region.region_code from region
            )},
            {'column_name': 'Niveau', 'category': level_found, 'is_known':
                mbo_level_of(level_found) is not null},
            {'column_name': 'Leerweg', 'category': path_found, 'is_known':
                learning_path_of(path_found) is not null},
            {'column_name': 'Studierichting', 'category': field_found, 'is_known':
                mbo_field_of(field_found) is not null}
        ], recursive := true),
    from published_mbo
    where is_feed
)

select
    'cbs_mbo_graduates' as source_id,
    '85356NED' as table_id,
    column_name,
    category,
    count(*) as row_count,
from category
where not is_known
group by all;

delete from published_mbo
where
    is_feed
    and (
        region_code not in (select region.region_code from region)
        or mbo_level_of(level_found) is null
        or learning_path_of(path_found) is null
        or mbo_field_of(field_found) is null
    );

insert into rejected_row by name
select
    release_id as file,
    line,
    'Studierichting' as column_name,
    field_found as value,
    'a level, learning path and broad field of CBS were expected' as reason,
from published_mbo
where
    mbo_level_of(level_found) is null
    or learning_path_of(path_found) is null
    or mbo_field_of(field_found) is null
union all by name
select
    release_id as file,
    line,
    'Perioden' as column_name,
    school_year as value,
    'a school year such as 2021SJ00 was expected' as reason,
from published_mbo
where school_year not in (select period from period where kind = 'school_year')
union all by name
select
    release_id as file,
    line,
    'mbo_graduates' as column_name,
    value,
    'a number of persons, or one of the marks . x - was expected' as reason,
from published_mbo
where is_bad_number(value) or number_of(value) < 0 or number_of(value) <> floor(number_of(value))
union all by name
select
    max(release_id) as file,
    max(line) as line,
    'Studierichting' as column_name,
    format('{} / {} / {} / {} / {}', region_code, mbo_level_of(level_found),
        learning_path_of(path_found), mbo_field_of(field_found), school_year) as value,
    format('this combination stands here {} times, once was expected', count(*)) as reason,
from published_mbo
group by
    region_code,
    mbo_level_of(level_found),
    learning_path_of(path_found),
    mbo_field_of(field_found),
    school_year
having count(*) > 1;

insert into mbo_graduates by name
select
    'cbs_mbo_graduates' as source_id,
    region_code,
    mbo_level_of(level_found) as mbo_level,
    learning_path_of(path_found) as learning_path,
    mbo_field_of(field_found) as field_code,
    school_year,
    cast(number_of(value) as integer) as graduates,
    sign_of(value) as sign,
    status,
    release_status,
    release_id,
    line,
from published_mbo;

drop table published_mbo;
