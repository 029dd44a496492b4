-- Employed persons per occupation: BRC 2014 classes in thousands, groups in persons.
delete from employment where source_id = 'cbs_employment';
delete from unmapped_category where source_id = 'cbs_employment';

create temp table published_employment as
select
    'NL01' as region_code,
    if(brc_klasse = 'Totaal', 'total', split_part(brc_klasse, ' ', 1)) as occupation_code,
    brc_klasse as occupation_found,
    split_part(published_in, '_', 1) as period,
    published_in,
    value,
    1000 as unit,
    release_id,
    line,
from (
    unpivot raw."85276NED_classes_2024KW04_2025KW04"
    on columns('.*_x1000')
    into name published_in value value
)
union all by name
select
    'NL01' as region_code,
    brc_group as occupation_code,
    brc_group as occupation_found,
    split_part(published_in, '_', 2) as period,
    published_in,
    value,
    1 as unit,
    release_id,
    line,
from (
    unpivot raw."85276NED_brc_groups"
    on columns('werkzaam_.*')
    into name published_in value value
)
union all by name
select
    'NL01' as region_code,
    occupation_code_of("Beroep:Title") as occupation_code,
    "Beroep:Title" as occupation_found,
    trim("Perioden") as period,
    '85276NED' as published_in,
    "Werkzame beroepsbevolking" as value,
    1000 as unit,
    release_status_of("Perioden:Status") as release_status,
    1 as rank,
    release_id,
    line,
from raw."85276NED"
union all by name
select
    trim("RegioS") as region_code,
    occupation_code_of("Beroep:Title") as occupation_code,
    "Beroep:Title" as occupation_found,
    trim("Perioden") as period,
    '86112NED' as published_in,
    "WerkzameBeroepsbevolking" as value,
    1000 as unit,
    release_status_of("Perioden:Status") as release_status,
    2 as rank,
    release_id,
    line,
from raw."86112NED";

-- A figure of CBS itself replaces that of a copy; nationally the table per occupation counts.
delete from published_employment
where (rank is null or rank = 2) and (region_code, occupation_code, period) in (
    select (region_code, occupation_code, period) from published_employment where rank = 1
);

-- Levels of occupations (ISCO) and regions outside the monitor stand in the same tables.
insert into unmapped_category by name
select
    'cbs_employment' as source_id,
    published_in as table_id,
    if(occupation_code is null, 'Beroep', 'RegioS') as column_name,
    if(occupation_code is null, occupation_found, region_code) as category,
    count(*) as row_count,
from published_employment
where
    rank is not null
    and (occupation_code is null or region_code not in (select region.region_code from region))
group by all;

delete from published_employment
where
    rank is not null
    and (occupation_code is null or region_code not in (select region.region_code from region));

insert into rejected_row by name
select
    release_id as file,
    line,
    if(unit = 1, 'brc_group', 'brc_klasse') as column_name,
    occupation_found as value,
    'the occupation is unknown; a code of data/reference/occupation.csv was expected' as reason,
from published_employment
anti join occupation using (occupation_code)
union all by name
select
    release_id as file,
    line,
    published_in as column_name,
    period as value,
    'a quarter or year such as 2024KW04 or 2024JJ00 was expected' as reason,
from published_employment
anti join period as known
    on known.period = published_employment.period
    and known.kind in ('quarter', 'year')
union all by name
select
    release_id as file,
    line,
    published_in as column_name,
    value,
    'a whole number, or one of the marks . x - was expected' as reason,
from published_employment
where is_bad_number(value) or number_of(value) < 0 or number_of(value) <> floor(number_of(value))
union all by name
select
    max(release_id) as file,
    max(line) as line,
    any_value(published_in) as column_name,
    format('{} / {} / {}', region_code, occupation_code, period) as value,
    format('this region, occupation and period stands here {} times, once was expected', count(*))
        as reason,
from published_employment
group by region_code, occupation_code, period
having count(*) > 1;

insert into employment by name
select
    'cbs_employment' as source_id,
    region_code,
    occupation_code,
    period,
    cast(number_of(value) * unit as integer) as employed,
    sign_of(value) as sign,
    'published' as status,
    release_status,
    release_id,
    line,
from published_employment;

drop table published_employment;
