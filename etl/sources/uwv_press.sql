-- Figures of UWV that the press quoted: shown as quotes, never in a series or on a map. "idem"
-- stands for the address above; what stands behind it in brackets says that a figure is rounded.
delete from uwv_press;

create or replace temp table quoted as
select
    periode as period_text,
    regio as region_text,
    indicator,
    waarde as value,
    last_value(if(bron_url like 'idem%', null, bron_url) ignore nulls) over (
        order by line rows between unbounded preceding and current row
    ) as url,
    bron_url like '%rounded%' as is_rounded,
    [trim(name) for name in string_split(regio, '+')] as names,
    release_id,
    line,
from raw.uwv_published_figures;

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            coalesce(number_of(value) < 0, true),
            'waarde',
            value,
            'a number such as 10084 or 4.32 was expected'
        ),
        refusal(
            not regexp_full_match(period_text, '[0-9]{4}(-(0[1-9]|1[0-2])|KW0[1-4])?'),
            'periode',
            period_text,
            'a year, month or quarter such as 2013, 2018-06 or 2017KW03 was expected'
        ),
        refusal(
            coalesce(url not like 'http%', true),
            'bron_url',
            url,
            'the address of a page was expected'
        )
    ]), recursive := true),
from quoted;

insert into uwv_press by name
with named as (
    select
        quoted.line,
        if(
            count(*) = count(found.region_code),
            list(found.region_code order by found.region_code),
            []
        ) as region_codes,
    from quoted
    cross join unnest(quoted.names) as part (name)
    left join region_name as found
        on found.name = part.name
        and found.kind in ('arbeidsmarktregio', 'provincie', 'land')
    group by quoted.line
)

select
    'uwv_press' as source_id,
    period_text,
    region_text,
    indicator,
    url,
    number_of(value) as value,
    case
        when indicator like 'spanningsindicator%' then 'ratio'
        when indicator like '%vacatures%' then 'vacancies'
        else 'persons'
    end as unit,
    named.region_codes,
    is_rounded,
    'published' as status,
    release_id,
    quoted.line,
from quoted
inner join named using (line)
order by period_text, region_text;
