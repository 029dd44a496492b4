-- Open vacancies per 100 unemployed, as published. Identical figures of two pages load once.
delete from cbs_tension where source_id = 'cbs_tension';

create or replace temp table published as
select
    'NL01' as region_code,
    periode as quarter,
    case seizoengecorrigeerd when 'ja' then 'yes' when 'nee' then 'no' when '?' then 'unknown' end
        as seasonally_adjusted,
    seizoengecorrigeerd,
    'Nederland' as regio,
    vacatures_per_100_werklozen,
    nullif(vacatures, '') as vacatures,
    nullif(werklozen, '') as werklozen,
    nullif(werkloosheidspercentage, '') as unemployment_pct_text,
    nullif(note, '') as note,
    last_value(nullif(bron_url, 'idem') ignore nulls) over (
        order by line rows between unbounded preceding and current row
    ) as url,
    release_id,
    line,
from raw.spanning_cbs_nl
union all by name
select
    region_code_of(regio, 'provincie') as region_code,
    periode as quarter,
    'no' as seasonally_adjusted,
    regio,
    vacatures_per_100_werklozen,
    release.url,
    page.release_id,
    line,
from raw.spanning_cbs_provincie as page
inner join release using (release_id)
union all by name
select
    region_code,
    quarter,
    'no' as seasonally_adjusted,
    region as regio,
    vacancies_per_100_unemployed as vacatures_per_100_werklozen,
    'werklozen volgens de methode van voor 2022' as note,
    source_url as url,
    release_id,
    line,
from raw.spanning_cbs_provincie_additions;

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            region_code is null,
            'regio',
            regio,
            'the region is unknown; a name of data/reference/region_name.csv was expected'
        ),
        refusal(
            not is_period(quarter, ['quarter']),
            'periode',
            quarter,
            'a quarter such as 2018KW04 was expected'
        ),
        refusal(
            seasonally_adjusted is null,
            'seizoengecorrigeerd',
            seizoengecorrigeerd,
            'ja, nee or ? was expected'
        )
    ]), recursive := true),
from published
union all by name
select
    release_id as file,
    line,
    column_name,
    value,
    'a whole number such as 120, or one of the marks . x - was expected' as reason,
from (
    unpivot published
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
from published
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
    if(bool_or(note like '%derived%'), 'estimated', 'published') as status,
    list(release_id order by release_id, line) as release_ids,
    list(line order by release_id, line) as lines,
from published
group by region_code, quarter, seasonally_adjusted
order by quarter, region_code;
