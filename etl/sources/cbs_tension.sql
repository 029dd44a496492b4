-- Open vacancies per 100 unemployed, as published. Identical figures of two pages load once.
delete from cbs_tension where source_id = 'cbs_tension';

create temp table published_tension as
with national as (
    select
        'NL01' as region_code,
        periode as quarter,
        case seizoengecorrigeerd
            when 'ja' then 'yes'
            when 'nee' then 'no'
            when '?' then 'unknown'
        end as seasonally_adjusted,
        seizoengecorrigeerd,
        'Nederland' as regio,
        vacatures_per_100_werklozen,
        nullif(vacatures, '') as vacatures,
        nullif(werklozen, '') as werklozen,
        nullif(werkloosheidspercentage, '') as unemployment_pct_text,
        nullif(note, '') as note,
        case
            when bron_url = 'idem'
                then last_value(nullif(bron_url, 'idem') ignore nulls) over (
                    order by line rows between unbounded preceding and current row
                )
            else bron_url
        end as url,
        release_id,
        line,
    from raw.spanning_cbs_nl
),

regional as (
    select
        region_code_of(regio, 'provincie') as region_code,
        periode as quarter,
        'no' as seasonally_adjusted,
        'nee' as seizoengecorrigeerd,
        regio,
        vacatures_per_100_werklozen,
        release.url as url,
        page.release_id,
        line,
    from raw.spanning_cbs_provincie as page
    inner join release using (release_id)
)

select * from national
union all by name
select * from regional;

insert into rejected_row by name
select
    release_id as file,
    line,
    'regio' as column_name,
    regio as value,
    'the region is unknown; a name of data/reference/region_name.csv was expected' as reason,
from published_tension
where region_code is null
union all by name
select
    release_id as file,
    line,
    'periode' as column_name,
    quarter as value,
    'a quarter such as 2018KW04 was expected' as reason,
from published_tension
where quarter not in (select period from period where kind = 'quarter')
union all by name
select
    release_id as file,
    line,
    'seizoengecorrigeerd' as column_name,
    seizoengecorrigeerd as value,
    'ja, nee or ? was expected' as reason,
from published_tension
where seasonally_adjusted is null
union all by name
select
    release_id as file,
    line,
    column_name,
    value,
    'a whole number such as 120, or one of the marks . x - was expected' as reason,
from (
    unpivot (
        select release_id, line, vacatures_per_100_werklozen, vacatures, werklozen
        from published_tension
    )
    on vacatures_per_100_werklozen, vacatures, werklozen
    into name column_name value value
)
where is_bad_number(value) or number_of(value) <> round(number_of(value))
union all by name
select
    max(release_id) as file,
    max(line) as line,
    'vacatures_per_100_werklozen' as column_name,
    string_agg(distinct vacatures_per_100_werklozen, ' / ') as value,
    format('two pages differ about {} {}, one figure was expected', region_code, quarter) as reason,
from published_tension
group by region_code, quarter, seasonally_adjusted
having count(distinct vacatures_per_100_werklozen) > 1;

insert into cbs_tension by name
select
    'cbs_tension' as source_id,
    region_code,
    quarter,
    seasonally_adjusted,
    cast(any_value(number_of(vacatures_per_100_werklozen)) as integer)
        as vacancies_per_100_unemployed,
    cast(any_value(number_of(vacatures)) as integer) as open_vacancies,
    cast(any_value(number_of(werklozen)) as integer) as unemployed,
    any_value(unemployment_pct_text) as unemployment_pct_text,
    string_agg(distinct note, '; ' order by note) as note,
    list(distinct url order by url) as urls,
    any_value(sign_of(vacatures_per_100_werklozen)) as sign,
    case when bool_or(note like '%derived%') then 'estimated' else 'published' end as status,
    list(release_id order by release_id, line) as release_ids,
    list(line order by release_id, line) as lines,
from published_tension
group by region_code, quarter, seasonally_adjusted
order by quarter, region_code;

drop table published_tension;
