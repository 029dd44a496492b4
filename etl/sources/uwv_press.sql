-- Figures of UWV that the press quoted: shown as quotes, never in a series or on a map. In the oldest
-- file "idem" stands for the address above, and what follows in brackets says that a figure is rounded.
-- What is derived there of printed figures is estimated. A remark for whoever reads the file itself has
-- no label and is not shown.
delete from quote where source_id = 'uwv_press';

-- 'tension_Machinemonteurs' is the tension of that occupation.
create or replace temp macro quote_indicator(code) as
    concat_ws(
        ', ',
        coalesce(
            label_of('press_indicator', regexp_extract(clean(code), '^[a-z_0-9]*[a-z0-9]')),
            regexp_extract(clean(code), '^[a-z_0-9]*[a-z0-9]')
        ),
        nullif(regexp_extract(clean(code), '_([A-Z].*)$', 1), '')
    );

create or replace temp table quoted as
select
    * replace (clean(region_text) as region_text),
    [trim(name) for name in string_split(region_text, '+')] as names,
    [trim(code) for code in string_split(region_codes_text, '+')] as codes,
    case
        when regexp_full_match(period_text, '[0-9]{4}KW0[1-4]') then period_text
        when regexp_full_match(period_text, '[0-9]{4}-(0[1-9]|1[0-2])')
            then replace(period_text, '-', 'MM')
        when regexp_full_match(period_text, '[0-9]{4}(/[0-9]{4}| \(spring\))?')
            then left(period_text, 4) || 'JJ00'
    end as period,
from (
    select
        periode as period_text,
        regio as region_text,
        indicator,
        waarde as value,
        last_value(if(bron_url like 'idem%', null, bron_url) ignore nulls) over (
            order by line rows between unbounded preceding and current row
        ) as url,
        case
            when indicator like 'spanningsindicator%' then 'ratio'
            when indicator like '%vacatures%' then 'vacancies'
            else 'persons'
        end as unit,
        if(bron_url like '%rounded%', 'approximate', 'exact') as "precision",
        false as is_derived,
        release_id,
        line,
    from raw.uwv_published_figures
    union all by name
    select
        month_end as period_text,
        region as region_text,
        region_code as region_codes_text,
        'WW-uitkeringen' as indicator,
        ww_benefits as value,
        source_url as url,
        'persons' as unit,
        case
            when "precision" = 'rounded' then 'approximate'
            when "precision" in ('derived', 'year_from_context') then 'exact'
            else "precision"
        end as "precision",
        "precision" = 'derived' as is_derived,
        note,
        release_id,
        line,
    from raw.uwv_ww_regions_press
    union all by name
    select
        quarter as period_text,
        region as region_text,
        region_code as region_codes_text,
        quote_indicator(indicator) as indicator,
        if(indicator = 'class', null, value) as value,
        if(indicator = 'class', value, null) as value_text,
        source_url as url,
        case
            when indicator = 'class' then 'class'
            when indicator like 'tension%' then 'ratio'
            when indicator like '%vacancies%' then 'vacancies'
            when indicator like 'occupation_groups%' then 'groups'
        end as unit,
        precision_in(note) as "precision",
        is_derived_by(note) as is_derived,
        note,
        release_id,
        line,
    from raw.uwv_tension_regions_press
    union all by name
    select
        quarter as period_text,
        'Nederland' as region_text,
        'NL01' as region_codes_text,
        quote_indicator(indicator) as indicator,
        value,
        source_url as url,
        if(unit = 'vacancies per short WW', 'ratio', unit) as unit,
        precision_in(note) as "precision",
        is_derived_by(note) as is_derived,
        note,
        release_id,
        line,
    from raw.uwv_spanningsindicator_national
    union all by name
    select
        survey_year as period_text,
        'Nederland' as region_text,
        'NL01' as region_codes_text,
        'moeilijk vervulbare vacatures, ' || sector as indicator,
        percent_hard_to_fill as value,
        source_url as url,
        'percent' as unit,
        precision_in(note) as "precision",
        is_derived_by(note) as is_derived,
        coalesce(nullif(note, ''), survey_year) as note,
        release_id,
        line,
    from raw.uwv_hard_to_fill_share
);

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            value_text is null and coalesce(number_of(value) < 0, true),
            'value',
            value,
            'a number such as 10084 or 4.32 was expected'
        ),
        refusal(
            value_text is not null and not regexp_full_match(value_text, '[a-z ]+'),
            'value',
            value_text,
            'a class of UWV in words, such as krap, was expected'
        ),
        refusal(
            period is null,
            'period',
            period_text,
            'a year, month or quarter such as 2013, 2018-06 or 2017KW03 was expected'
        ),
        refusal(
            unit is null or label_of('unit', unit) is null,
            'indicator',
            indicator,
            'an indicator of which the unit is known was expected'
        ),
        refusal(
            label_of('precision', "precision") is null,
            'precision',
            "precision",
            'exact, derived, approximate, rounded or year_from_context was expected'
        ),
        refusal(
            not list_has_all((select list(region_code) from region_name), codes),
            'region_code',
            region_codes_text,
            'the code of a region such as AM05 was expected, or several with + between them'
        ),
        refusal(
            not list_has_all(
                codes,
                (
                    select list(region_code)
                    from region_name
                    where list_contains(names, name)
                        and left(region_code, 2) in (select left(unnest(codes), 2))
                )
            ),
            'region_code',
            region_codes_text,
            'the code of the region that is named was expected'
        ),
        refusal(
            coalesce(url not like 'http%', true),
            'url',
            url,
            'the address of a page was expected'
        )
    ]), recursive := true),
from quoted;

insert into quote by name
with named as (
    select
        quoted.release_id,
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
    group by quoted.release_id, quoted.line
)

select
    'uwv_press' as source_id,
    period_text,
    period,
    region_text,
    indicator,
    url,
    number_of(value) as value,
    value_text,
    "precision",
    unit,
    coalesce(codes, named.region_codes) as region_codes,
    case
        when regexp_full_match(note, '[0-9]+ [-+] [0-9]+.*')
            then 'berekend: ' || regexp_replace(
                regexp_extract(note, '^[0-9]+ [-+] [0-9]+'), '([0-9])([0-9]{3})\b', '\1.\2', 'g'
            )
        when label_of('remark', note) is not null then label_of('remark', note)
        when is_derived then 'afgeleid uit het bericht'
    end as remark,
    if(is_derived, 'estimated', 'published') as status,
    release_id,
    quoted.line,
from quoted
inner join named using (release_id, line)
order by period_text, region_text;
