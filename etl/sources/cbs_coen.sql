-- Firms that a shortage of staff hinders, in percent: a page of CBS, and points that the press quoted.
delete from staff_shortage where source_id = 'cbs_coen';

create or replace temp table published as
select
    *,
    if(note like '%other question%', 'main_obstacle', 'hindered') as question,
from raw.coen_staff_shortage_pct;

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            not is_region(region_code),
            'region_code',
            region_code,
            'the code of a region such as CR12 was expected'
        ),
        refusal(
            not is_period(quarter, ['quarter']),
            'quarter',
            quarter,
            'a quarter such as 2018KW04 was expected'
        ),
        refusal(
            coalesce(number_of(percent_of_firms) not between 0 and 100, true),
            'percent_of_firms',
            percent_of_firms,
            'a percentage from 0 to 100 was expected'
        ),
        refusal(
            label_of('precision', "precision") is null,
            'precision',
            "precision",
            'exact, approximate, at_least or at_most was expected'
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
    'published', ['region_code', 'sector', 'quarter', 'source_url'], 'percent_of_firms', 'figure'
);

insert into staff_shortage by name
select
    'cbs_coen' as source_id,
    region_code,
    sector,
    quarter,
    source_url as url,
    number_of(percent_of_firms) as staff_shortage_pct,
    "precision",
    question,
    label_of('remark', note) as remark,
    status,
    release_id,
    line,
from published
order by quarter, region_code, sector;
