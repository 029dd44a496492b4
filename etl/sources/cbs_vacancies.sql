-- Open vacancies at the end of the quarter: the CBS feed and two copies of later quarters.
create temp table published_vacancies as
select
    trim("RegioS") as region_code,
    trim("BedrijfstakkenBranchesSBI2008") as sector_code,
    trim("Perioden") as quarter,
    "OpenstaandeVacatures_1" as value,
    ['RegioS', 'BedrijfstakkenBranchesSBI2008', 'Perioden', 'OpenstaandeVacatures_1'] as columns,
    ["RegioS", "BedrijfstakkenBranchesSBI2008", "Perioden"] as found,
    release_id,
    line,
from raw."83599NED"
union all by name
select
    region_code_of(regio, 'provincie') as region_code,
    case sector
        when 'alle sectoren' then 'T001081'
        when 'bouw' then '350000'
        when 'industrie' then '307500'
    end as sector_code,
    split_part(published_in, '_', 1) as quarter,
    value,
    ['regio', 'sector', published_in, published_in] as columns,
    [regio, sector, published_in] as found,
    release_id,
    line,
from (
    unpivot raw."83599NED_recent_quarters"
    on columns('.*_x1000')
    into name published_in value value
)
union all by name
select
    region_code_of(regio, 'provincie') as region_code,
    'T001081' as sector_code,
    periode as quarter,
    openstaande_x1000 as value,
    ['regio', 'regio', 'periode', 'openstaande_x1000'] as columns,
    [regio, regio, periode] as found,
    release_id,
    line,
from raw."83599NED_dashboard_quarters";

insert into rejected_row by name
with known as (
    select
        *,
        region_code in (select region.region_code from region) as region_known,
        sector_code in (select sector.sector_code from sector) as sector_known,
        quarter in (select period from period where kind = 'quarter') as quarter_known,
        count(*) over (partition by region_code, sector_code, quarter) as times,
    from published_vacancies
)

select
    release_id as file,
    line,
    columns[1] as column_name,
    found[1] as value,
    'the region is unknown; a code or name of data/reference/region_name.csv was expected'
        as reason,
from known
where not coalesce(region_known, false)
union all by name
select
    release_id as file,
    line,
    columns[2] as column_name,
    found[2] as value,
    'the sector is unknown; a sector of data/reference/sector.csv was expected' as reason,
from known
where not coalesce(sector_known, false)
union all by name
select
    release_id as file,
    line,
    columns[3] as column_name,
    found[3] as value,
    'a quarter such as 2018KW04 was expected' as reason,
from known
where not coalesce(quarter_known, false)
union all by name
select
    release_id as file,
    line,
    columns[4] as column_name,
    value,
    'a number of thousands such as 1.4, or one of the marks . x - was expected' as reason,
from known
where is_bad_number(value) or number_of(value) < 0
union all by name
select
    release_id as file,
    line,
    columns[1] as column_name,
    format('{} / {} / {}', region_code, sector_code, quarter) as value,
    format('this region, sector and quarter stands here {} times, once was expected', times)
        as reason,
from known
where times > 1 and region_known and sector_known and quarter_known;

insert into vacancies by name
select
    'cbs_vacancies' as source_id,
    region_code,
    sector_code,
    quarter,
    from_thousands(value) as open_vacancies,
    case
        when trim(value) = '0.0' then 'below_half_unit'
        else sign_of(value)
    end as sign,
    'published' as status,
    release_id,
    line,
from published_vacancies
order by quarter, region_code, sector_code;

drop table published_vacancies;
