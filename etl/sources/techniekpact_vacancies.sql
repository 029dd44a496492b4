-- Technical vacancies per skill level of ISCO. A page is an edition; '2016 (KW04)' is a quarter too.
delete from skill_vacancies where source_id = 'techniekpact_vacancies';

create or replace temp table published as
select
    * exclude (quarter),
    quarter as quarter_found,
    regexp_replace(quarter, '^([0-9]{4}) \((KW0[1-4])\)$', '\1\2') as quarter,
    replace(left(page_date, 7), '-', 'MM') as edition,
from raw.open_vacancies_by_level;

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            not is_period(quarter, ['quarter']),
            'quarter',
            quarter_found,
            'a quarter such as 2023KW04 was expected'
        ),
        refusal(
            not is_period(edition, ['month']),
            'page_date',
            page_date,
            'the day or month of the page such as 2024-06-27 was expected'
        ),
        refusal(
            label_of('vacancy_field', field) is null,
            'field',
            field,
            'technisch or ICT was expected'
        ),
        refusal(
            label_of('skill_level', isco_skill_level) is null,
            'isco_skill_level',
            isco_skill_level,
            'total, 1, 2, 3 or 4 was expected'
        ),
        refusal(
            is_bad_count(open_vacancies) or number_of(open_vacancies) is null,
            'open_vacancies',
            open_vacancies,
            'a whole number of vacancies was expected'
        ),
        refusal(
            coalesce(source_url not like 'http%', true),
            'source_url',
            source_url,
            'the address of a page was expected'
        )
    ]), recursive := true),
from published
union all by name
from twice(
    'published', ['edition', 'quarter', 'field', 'isco_skill_level'], 'open_vacancies', 'figure'
);

insert into skill_vacancies by name
select
    'techniekpact_vacancies' as source_id,
    edition,
    quarter,
    field,
    isco_skill_level as skill_level,
    cast(number_of(open_vacancies) as integer) as open_vacancies,
    note like '%older UWV method%' as is_older_method,
    source_url as url,
    status,
    release_id,
    line,
from published
order by quarter, edition, field, skill_level;
