-- Vacancies in the whole country: four CBS tables that are never joined into one series.
delete from national_vacancies where source_id = 'cbs_national_vacancies';
delete from unmapped_category where source_id = 'cbs_national_vacancies';

create or replace temp table published as
with row_found as (
    select
        * rename (
            "SBI2008PartBedrijvenOverheid:Title" as sector_found,
            "VacaturesSeizoengecorrigeerd_1" as open_found
        ),
        '80474ned' as series,
        'SBI2008PartBedrijvenOverheid' as sector_column,
        true as is_feed,
    from raw."80474ned"
    union all by name
    select
        * rename (
            "Bedrijfskenmerken:Title" as sector_found,
            "OpenstaandeVacatures_1" as open_found,
            "OntstaneVacatures_2" as created_found,
            "VervuldeVacatures_3" as filled_found
        ),
        '80472ned' as series,
        'Bedrijfskenmerken' as sector_column,
        true as is_feed,
    from raw."80472ned"
    union all by name
    select
        * rename ("SBI2008:Title" as sector_found, "Vacaturegraad_1" as rate_found),
        '80567ned' as series,
        'SBI2008' as sector_column,
        true as is_feed,
    from raw."80567ned"
    union all by name
    select
        * rename (sbi as sector_found, vacatures_seizoengecorrigeerd_x1000 as open_found),
        '80474ned' as series,
        'sbi' as sector_column,
        false as is_feed,
        'provisional' as release_status,
    from raw."80474ned_2023KW02"
    union all by name
    select
        * rename (
            period as periode,
            open_x1000 as open_found,
            created_x1000 as created_found,
            filled_x1000 as filled_found
        ),
        sbi_titled(sbi2008) as sector_found,
        '80473ned' as series,
        'sbi2008' as sector_column,
        false as is_feed,
    from raw."80473NED_private_sector_2023KW04_2024KW02"
    union all by name
    select
        * rename (quarter as periode, vacancies_per_1000_jobs as rate_found),
        sbi_titled(sbi2008) as sector_found,
        '80567ned' as series,
        'sbi2008' as sector_column,
        false as is_feed,
        release_status_of(status_found) as release_status,
    from raw."80567NED_vacancy_rate_2024KW02"
    union all by name
    select
        * rename (
            bedrijfskenmerken as sector_found,
            openstaande_x1000 as open_found,
            ontstane_x1000 as created_found,
            vervulde_x1000 as filled_found
        ),
        '80472ned' as series,
        'bedrijfskenmerken' as sector_column,
        false as is_feed,
    from raw."80472ned_2023JJ00"
)

select
    series,
    sbi_of(sector_found) as sector_code,
    coalesce(periode, trim("Perioden")) as period,
    label_in(sector_found) as sector_label,
    sector_column,
    if(is_feed, 'Perioden', 'periode') as period_column,
    open_found,
    created_found,
    filled_found,
    rate_found,
    coalesce(release_status, release_status_of("Perioden:Status")) as release_status,
    series as table_id,
    refusals([category(sector_column, sector_found, sector_found not like '%werkzame perso%')])
        as unmapped,
    release_id,
    line,
from row_found
qualify is_feed or not bool_or(is_feed) over (partition by series, period);

insert into unmapped_category by name
from unmapped_in('published', 'cbs_national_vacancies');

delete from published where len(unmapped) > 0;

insert into rejected_row by name
select
    release_id as file,
    line,
    period_column as column_name,
    period as value,
    'a quarter or year such as 2023KW02 or 2023JJ00 was expected' as reason,
from published
where not is_period(period, ['quarter', 'year'])
union all by name
select
    release_id as file,
    line,
    column_name,
    value,
    'a number of thousands such as 38.8, or one of the marks . x - was expected' as reason,
from (unpivot published on columns('_found') into name column_name value value)
where is_bad_amount(value)
union all by name
from twice('published', ['series', 'sector_code', 'period'], sector_column, 'sector and period');

insert into national_vacancies by name
select
    'cbs_national_vacancies' as source_id,
    series,
    sector_code,
    period,
    sector_label,
    from_thousands(open_found) as open_vacancies,
    from_thousands(created_found) as created_vacancies,
    from_thousands(filled_found) as filled_vacancies,
    number_of(rate_found) as vacancies_per_1000_jobs,
    sign_of(coalesce(open_found, rate_found)) as sign,
    'published' as status,
    release_status,
    release_id,
    line,
from published;
