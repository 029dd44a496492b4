-- Persons with a technical occupation, an edition per vintage of the monitor, and the unemployment of
-- who had a technical education, of the edition of which the same page gives the workers. What is
-- derived of printed figures is estimated.
delete from technical_workers where source_id = 'techniekpact_workforce';
delete from technical_unemployment where source_id = 'techniekpact_workforce';

create or replace temp table published as
select
    *,
    "year" || 'JJ00' as period,
    regexp_extract(source_url, 'https?://[^ ]+') as url,
    nullif(regexp_extract(note, '^vintage ([0-9]{4})', 1), '') as printed_edition,
    if(
        published_in = 'percent', max(printed_edition) over (partition by url), printed_edition
    ) as edition,
from (
    select
        * rename (employed_x1000 as value),
        'employed_x1000' as published_in,
    from raw.technical_workers_x1000
    union all by name
    select
        * rename (percent as value),
        'percent' as published_in,
    from raw.unemployment_technical_educated_pct
);

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            not is_period(period, ['year']), 'year', "year", 'a year such as 2023 was expected'
        ),
        refusal(
            label_of('worker_group', "group") is null,
            'group',
            "group",
            'a group such as total, women or technically educated was expected'
        ),
        refusal(
            edition is null, 'note', note, 'the edition was expected, such as vintage 2024'
        ),
        refusal(
            coalesce(number_of(value) < 0, true)
            or (published_in = 'percent' and number_of(value) > 100),
            published_in,
            value,
            'thousands of persons, or a percentage from 0 to 100, was expected'
        ),
        refusal(
            coalesce(url, '') = '',
            'source_url',
            source_url,
            'the address of a page was expected'
        )
    ]), recursive := true),
from published
union all by name
from twice('published', ['published_in', 'edition', 'period', 'group'], 'value', 'figure');

insert into technical_workers by name
select
    'techniekpact_workforce' as source_id,
    edition,
    period as "year",
    "group" as worker_group,
    from_thousands(value) as employed,
    url,
    if(source_url like 'derived%', 'estimated', status) as status,
    release_id,
    line,
from published
where published_in = 'employed_x1000'
order by "year", edition, worker_group;

insert into technical_unemployment by name
select
    'techniekpact_workforce' as source_id,
    edition,
    period as "year",
    "group" as worker_group,
    number_of(value) as unemployment_pct,
    url,
    status,
    release_id,
    line,
from published
where published_in = 'percent'
order by "year", edition, worker_group;
