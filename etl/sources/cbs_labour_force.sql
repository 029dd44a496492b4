-- Labour force, employed and unemployed persons; series of the old and new method stay apart.
delete from labour_force where source_id = 'cbs_labour_force';
delete from unmapped_category where source_id = 'cbs_labour_force';

create temp table published_labour_force as
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

select
    series,
    region_code_of(regio, 'gemeente') as region_code,
    regio,
    periode,
    beroepsbevolking_x1000,
    coalesce(werkzame_x1000, werkzame_beroepsbevolking_x1000) as werkzame_x1000,
    coalesce(werkloze_x1000, werkloze_beroepsbevolking_x1000) as werkloze_x1000,
    werkloosheidspercentage,
    null as table_id,
    0 as rank,
    null as release_status,
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
    release_id,
    line,
from row_of_feed;

-- A figure of CBS itself replaces that of a copy; of one region and period in several tables of
-- CBS the newest division into regions counts.
delete from published_labour_force
where rank > 0 and (series, region_code, periode, rank) not in (
    select (series, region_code, periode, min(rank))
    from published_labour_force
    where rank > 0
    group by series, region_code, periode
);

delete from published_labour_force
where rank = 0 and (series, region_code, periode) in (
    select (series, region_code, periode) from published_labour_force where rank > 0
);

insert into unmapped_category by name
select
    'cbs_labour_force' as source_id,
    table_id,
    'RegioS' as column_name,
    region_code as category,
    count(*) as row_count,
from published_labour_force
where rank > 0 and region_code not in (select region.region_code from region)
group by all;

delete from published_labour_force
where rank > 0 and region_code not in (select region.region_code from region);

insert into rejected_row by name
select
    release_id as file,
    line,
    'regio' as column_name,
    regio as value,
    'the region is unknown; a name of data/reference/region_name.csv was expected' as reason,
from published_labour_force
where region_code is null
union all by name
select
    release_id as file,
    line,
    'periode' as column_name,
    periode as value,
    'a quarter or year such as 2022KW01 or 2022JJ00 was expected' as reason,
from published_labour_force
where periode not in (select period from period where kind in ('quarter', 'year'))
union all by name
select
    file,
    line,
    column_name,
    value,
    'a number such as 614 or 3.1, or one of the marks . x - was expected' as reason,
from (
    unpivot (
        select
            release_id as file,
            line,
            beroepsbevolking_x1000,
            werkzame_x1000,
            werkloze_x1000,
            werkloosheidspercentage,
        from published_labour_force
    )
    on columns('_x1000|percentage')
    into name column_name value value
)
where is_bad_number(value)
union all by name
select
    max(release_id) as file,
    max(line) as line,
    'regio' as column_name,
    format('{} / {} / {}', series, region_code, periode) as value,
    format('this series, region and period stands here {} times, once was expected', count(*))
        as reason,
from published_labour_force
group by series, region_code, periode
having count(*) > 1;

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
from published_labour_force;

drop table published_labour_force;
