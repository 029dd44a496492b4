-- Labour force, employed and unemployed persons; series of the old and new method stay apart.
delete from labour_force where source_id = 'cbs_labour_force';
delete from unmapped_category where source_id = 'cbs_labour_force';

-- A figure of CBS itself replaces that of a copy (rank 0); of one region and period in several
-- tables of CBS the newest division into regions counts.
create or replace temp table published as
with row_of_feed as (
    select 'new_method' as series, '85268NED' as table_id, 1 as rank, *
    from raw."85268NED"
    union all by name
    select 'new_method' as series, '86088NED' as table_id, 2 as rank, *
    from raw."86088NED"
    union all by name
    select 'new_method' as series, '85494NED' as table_id, 3 as rank, *
    from raw."85494NED"
    union all by name
    select 'new_method' as series, '85269NED' as table_id, 4 as rank, *
    from raw."85269NED"
    union all by name
    select 'old_method' as series, '84703NED' as table_id, 5 as rank, *
    from raw."84703NED"
    union all by name
    select 'old_method' as series, '84469NED' as table_id, 6 as rank, *
    from raw."84469NED"
    union all by name
    select 'old_method' as series, '83933NED' as table_id, 7 as rank, *
    from raw."83933NED"
    union all by name
    select 'old_method' as series, '83524NED' as table_id, 8 as rank, *
    from raw."83524NED"
),

row_of_table as (
    select 'old_method' as series, * from raw."83523NED_2020KW01_2022KW01"
    union all by name
    select 'old_method' as series, * from raw."83524NED_2016JJ00"
    union all by name
    select 'old_method' as series, * from raw."83933NED_2017JJ00_COROP"
    union all by name
    select 'old_method' as series, * from raw."84469NED_2018JJ00_COROP"
    union all by name
    select 'new_method' as series, * from raw."85268NED_2022KW02"
    union all by name
    select 'new_method' as series, * from raw."85268NED_2023KW02"
    union all by name
    select 'new_method' as series, * from raw."85494NED_2022JJ00"
    union all by name
    select 'labour_market_attachment' as series, * from raw."85969NED_2023JJ00"
)

from (
    select
        series,
        region_code_of(regio, 'gemeente') as region_code,
        regio,
        periode,
        beroepsbevolking_x1000,
        coalesce(werkzame_x1000, werkzame_beroepsbevolking_x1000) as werkzame_x1000,
        coalesce(werkloze_x1000, werkloze_beroepsbevolking_x1000) as werkloze_x1000,
        werkloosheidspercentage,
        0 as rank,
        release_id,
        line,
    from row_of_table
    union all by name
    select
        series,
        trim("RegioS") as region_code,
        "RegioS" as regio,
        trim("Perioden") as periode,
        "Beroepsbevolking" as beroepsbevolking_x1000,
        "WerkzameBeroepsbevolking" as werkzame_x1000,
        "WerklozeBeroepsbevolking" as werkloze_x1000,
        "Werkloosheidspercentage" as werkloosheidspercentage,
        table_id,
        rank,
        release_status_of("Perioden:Status") as release_status,
        refusals([category('RegioS', region_code, is_region(region_code))]) as unmapped,
        release_id,
        line,
    from row_of_feed
)
qualify rank = coalesce(
    min(rank) filter (rank > 0) over (partition by series, region_code, periode), 0
);

insert into unmapped_category by name
from unmapped_in('published', 'cbs_labour_force');

delete from published where len(unmapped) > 0;

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
            not is_period(periode, ['quarter', 'year']),
            'periode',
            periode,
            'a quarter or year such as 2022KW01 or 2022JJ00 was expected'
        )
    ]), recursive := true),
from published
union all by name
select
    release_id as file,
    line,
    column_name,
    value,
    'a number such as 614 or 3.1, or one of the marks . x - was expected' as reason,
from (unpivot published on columns('_x1000|percentage') into name column_name value value)
where is_bad_number(value)
union all by name
from twice(
    'published', ['series', 'region_code', 'periode'], 'regio', 'series, region and period'
);

insert into labour_force by name
select
    'cbs_labour_force' as source_id,
    series,
    region_code,
    periode as period,
    from_thousands(beroepsbevolking_x1000) as labour_force,
    from_thousands(werkzame_x1000) as employed,
    from_thousands(werkloze_x1000) as unemployed,
    number_of(werkloosheidspercentage) as unemployment_pct,
    coalesce(
        case when beroepsbevolking_x1000 is not null then sign_of(beroepsbevolking_x1000) end,
        sign_of(werkzame_x1000),
        sign_of(werkloze_x1000),
        case when series = 'labour_market_attachment' then 'not_applicable' end
    ) as sign,
    'published' as status,
    release_status,
    release_id,
    line,
from published;
