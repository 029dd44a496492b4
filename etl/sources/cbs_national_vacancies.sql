-- Vacancies in the whole country: three CBS tables that are never joined into one series.
delete from national_vacancies where source_id = 'cbs_national_vacancies';
delete from unmapped_category where source_id = 'cbs_national_vacancies';

create temp table published_national as
select
    '80474ned' as series,
    "SBI2008PartBedrijvenOverheid:Title" as sector_found,
    trim("Perioden") as period,
    "VacaturesSeizoengecorrigeerd_1" as open_found,
    release_status_of("Perioden:Status") as release_status,
    'SBI2008PartBedrijvenOverheid' as sector_column,
    'Perioden' as period_column,
    true as is_feed,
    release_id,
    line,
from raw."80474ned"
union all by name
select
    '80472ned' as series,
    "Bedrijfskenmerken:Title" as sector_found,
    trim("Perioden") as period,
    "OpenstaandeVacatures_1" as open_found,
    "OntstaneVacatures_2" as created_found,
    "VervuldeVacatures_3" as filled_found,
    release_status_of("Perioden:Status") as release_status,
    'Bedrijfskenmerken' as sector_column,
    'Perioden' as period_column,
    true as is_feed,
    release_id,
    line,
from raw."80472ned"
union all by name
select
    '80567ned' as series,
    "SBI2008:Title" as sector_found,
    trim("Perioden") as period,
    "Vacaturegraad_1" as rate_found,
    release_status_of("Perioden:Status") as release_status,
    'SBI2008' as sector_column,
    'Perioden' as period_column,
    true as is_feed,
    release_id,
    line,
from raw."80567ned"
union all by name
select
    '80474ned' as series,
    sbi as sector_found,
    periode as period,
    vacatures_seizoengecorrigeerd_x1000 as open_found,
    'provisional' as release_status,
    'sbi' as sector_column,
    'periode' as period_column,
    false as is_feed,
    release_id,
    line,
from raw."80474ned_2023KW02"
union all by name
select
    '80472ned' as series,
    bedrijfskenmerken as sector_found,
    periode as period,
    openstaande_x1000 as open_found,
    ontstane_x1000 as created_found,
    vervulde_x1000 as filled_found,
    'bedrijfskenmerken' as sector_column,
    'periode' as period_column,
    false as is_feed,
    release_id,
    line,
from raw."80472ned_2023JJ00";

delete from published_national
where not is_feed and (series, period) in (
    select (series, period) from published_national where is_feed
);

insert into unmapped_category by name
select
    'cbs_national_vacancies' as source_id,
    series as table_id,
    sector_column as column_name,
    sector_found as category,
    count(*) as row_count,
from published_national
where is_size_class(sector_found)
group by all;

delete from published_national where is_size_class(sector_found);

insert into rejected_row by name
select
    release_id as file,
    line,
    period_column as column_name,
    period as value,
    'a quarter or year such as 2023KW02 or 2023JJ00 was expected' as reason,
from published_national
where period not in (select period.period from period where kind in ('quarter', 'year'))
union all by name
select
    file,
    line,
    column_name,
    value,
    'a number of thousands such as 38.8, or one of the marks . x - was expected' as reason,
from (
    unpivot (
        select release_id as file, line, open_found, created_found, filled_found, rate_found
        from published_national
    )
    on columns('_found')
    into name column_name value value
)
where is_bad_number(value) or number_of(value) < 0
union all by name
select
    max(release_id) as file,
    max(line) as line,
    any_value(sector_column) as column_name,
    format('{} / {} / {}', series, sbi_of(sector_found), period) as value,
    format('this sector and period stands here {} times, once was expected', count(*)) as reason,
from published_national
group by series, sbi_of(sector_found), period
having count(*) > 1;

insert into national_vacancies by name
select
    'cbs_national_vacancies' as source_id,
    series,
    sbi_of(sector_found) as sector_code,
    period,
    coalesce(
        nullif(trim(substr(trim(sector_found), length(sbi_of(sector_found)) + 1)), ''),
        trim(sector_found)
    ) as sector_label,
    from_thousands(open_found) as open_vacancies,
    from_thousands(created_found) as created_vacancies,
    from_thousands(filled_found) as filled_vacancies,
    number_of(rate_found) as vacancies_per_1000_jobs,
    sign_of(coalesce(open_found, rate_found)) as sign,
    'published' as status,
    release_status,
    release_id,
    line,
from published_national;

drop table published_national;
