-- Vacancies created in a year per sector and occupation, national; most cells are unpublished.
delete from created_vacancies where source_id = 'cbs_created_vacancies';
delete from unmapped_category where source_id = 'cbs_created_vacancies';

create temp table published_created as
select
    "BedrijfstakkenBranchesSBI2008:Title" as sector_found,
    "Beroepenindeling:Title" as occupation_found,
    trim("Perioden") as year,
    "OntstaneVacatures" as value,
    release_status_of("Perioden:Status") as release_status,
    true as is_feed,
    release_id,
    line,
from raw."85081NED"
union all by name
select
    sbi as sector_found,
    brc as occupation_found,
    periode as year,
    ontstane_vacatures_x1000 as value,
    'provisional' as release_status,
    false as is_feed,
    release_id,
    line,
from raw."85081NED_2022JJ00";

delete from published_created
where not is_feed and year in (select year from published_created where is_feed);

insert into unmapped_category by name
select
    'cbs_created_vacancies' as source_id,
    '85081NED' as table_id,
    'Beroepenindeling' as column_name,
    occupation_found as category,
    count(*) as row_count,
from published_created
where is_feed and occupation_code_of(occupation_found) is null
group by all;

delete from published_created
where is_feed and occupation_code_of(occupation_found) is null;

insert into rejected_row by name
select
    release_id as file,
    line,
    'brc' as column_name,
    occupation_found as value,
    'the occupation is unknown; a code of data/reference/occupation.csv was expected' as reason,
from published_created
anti join occupation on occupation_code = occupation_code_of(occupation_found)
union all by name
select
    release_id as file,
    line,
    'periode' as column_name,
    year as value,
    'a year such as 2022JJ00 was expected' as reason,
from published_created
where year not in (select period from period where kind = 'year')
union all by name
select
    release_id as file,
    line,
    'ontstane_vacatures' as column_name,
    value,
    'a number of thousands such as 77.8, or one of the marks . x - was expected' as reason,
from published_created
where is_bad_number(value) or number_of(value) < 0
union all by name
select
    max(release_id) as file,
    max(line) as line,
    'sbi' as column_name,
    format('{} / {} / {}', sbi_of(sector_found), occupation_code_of(occupation_found), year) as value,
    format('this sector, occupation and year stands here {} times, once was expected', count(*))
        as reason,
from published_created
group by sbi_of(sector_found), occupation_code_of(occupation_found), year
having count(*) > 1;

insert into created_vacancies by name
select
    'cbs_created_vacancies' as source_id,
    sbi_of(sector_found) as sector_code,
    occupation_code_of(occupation_found) as occupation_code,
    year,
    coalesce(
        nullif(trim(substr(trim(sector_found), length(sbi_of(sector_found)) + 1)), ''),
        trim(sector_found)
    ) as sector_label,
    from_thousands(value) as created_vacancies,
    sign_of(value) as sign,
    'published' as status,
    release_status,
    release_id,
    line,
from published_created;

drop table published_created;
