-- Vacancies created in a year per sector and occupation, national; most cells are unpublished.
delete from created_vacancies where source_id = 'cbs_created_vacancies';
delete from unmapped_category where source_id = 'cbs_created_vacancies';

create or replace temp table published as
with row_found as (
    select
        "BedrijfstakkenBranchesSBI2008:Title" as sector_found,
        "Beroepenindeling:Title" as occupation_found,
        trim("Perioden") as year,
        "OntstaneVacatures" as value,
        release_status_of("Perioden:Status") as release_status,
        '85081NED' as table_id,
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
        release_id,
        line,
    from raw."85081NED_2022JJ00"
)

select
    sbi_of(sector_found) as sector_code,
    label_in(sector_found) as sector_label,
    occupation_code_of(occupation_found) as occupation_code,
    * exclude (sector_found),
    refusals([
        category('Beroepenindeling', occupation_found, occupation_code is not null or table_id is null)
    ]) as unmapped,
from row_found
qualify table_id is not null or not bool_or(table_id is not null) over (partition by year);

insert into unmapped_category by name
from unmapped_in('published', 'cbs_created_vacancies');

delete from published where len(unmapped) > 0;

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            not coalesce(occupation_code in (select occupation_code from occupation), false),
            'brc',
            occupation_found,
            'the occupation is unknown; a code of data/reference/occupation.csv was expected'
        ),
        refusal(
            not is_period(year, ['year']), 'periode', year, 'a year such as 2022JJ00 was expected'
        ),
        refusal(
            is_bad_amount(value),
            'ontstane_vacatures',
            value,
            'a number of thousands such as 77.8, or one of the marks . x - was expected'
        )
    ]), recursive := true),
from published
union all by name
from twice(
    'published',
    ['sector_code', 'occupation_code', 'year'],
    'sbi',
    'sector, occupation and year'
);

insert into created_vacancies by name
select
    * exclude (occupation_found, value, table_id, unmapped),
    'cbs_created_vacancies' as source_id,
    from_thousands(value) as created_vacancies,
    sign_of(value) as sign,
    'published' as status,
from published;
