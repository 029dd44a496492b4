-- Open vacancies at the end of the quarter: the CBS feed and two copies of later quarters. Where
-- the feed has a region, sector and quarter itself, its figure replaces that of a copy.
delete from vacancies where source_id = 'cbs_vacancies';

create temp table published_vacancies as
select
    trim("RegioS") as region_code,
    trim("BedrijfstakkenBranchesSBI2008") as sector_code,
    trim("Perioden") as quarter,
    "OpenstaandeVacatures_1" as value,
    "RegioS" as region_found,
    "BedrijfstakkenBranchesSBI2008" as sector_found,
    'OpenstaandeVacatures_1' as value_column,
    release_status_of("Perioden:Status") as release_status,
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
    regio as region_found,
    sector as sector_found,
    published_in as value_column,
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
    regio as region_found,
    '' as sector_found,
    'openstaande_x1000' as value_column,
    release_id,
    line,
from raw."83599NED_dashboard_quarters";

delete from published_vacancies
where
    value_column <> 'OpenstaandeVacatures_1'
    and (region_code, sector_code, quarter) in (
        select (region_code, sector_code, quarter)
        from published_vacancies
        where value_column = 'OpenstaandeVacatures_1'
    );

insert into rejected_row by name
with duplicate as (
    select
        region_code,
        sector_code,
        quarter,
        count(*) as times,
    from published_vacancies
    group by region_code, sector_code, quarter
    having count(*) > 1
)

select
    release_id as file,
    line,
    if(value_column = 'OpenstaandeVacatures_1', 'RegioS', 'regio') as column_name,
    region_found as value,
    'the region is unknown; a code or name of data/reference/region_name.csv was expected'
        as reason,
from published_vacancies
anti join region using (region_code)
union all by name
select
    release_id as file,
    line,
    if(value_column = 'OpenstaandeVacatures_1', 'BedrijfstakkenBranchesSBI2008', 'sector')
        as column_name,
    sector_found as value,
    'the sector is unknown; a sector of data/reference/sector.csv was expected' as reason,
from published_vacancies
anti join sector using (sector_code)
union all by name
select
    release_id as file,
    line,
    case value_column
        when 'OpenstaandeVacatures_1' then 'Perioden'
        when 'openstaande_x1000' then 'periode'
        else value_column
    end as column_name,
    quarter as value,
    'a quarter such as 2018KW04 was expected' as reason,
from published_vacancies
anti join period on period.period = quarter and period.kind = 'quarter'
union all by name
select
    release_id as file,
    line,
    value_column as column_name,
    value,
    'a number of thousands such as 1.4, or one of the marks . x - was expected' as reason,
from published_vacancies
where is_bad_number(value) or number_of(value) < 0
union all by name
select
    release_id as file,
    line,
    value_column as column_name,
    format('{} / {} / {}', region_code, sector_code, quarter) as value,
    format('this region, sector and quarter stands here {} times, once was expected', times)
        as reason,
from published_vacancies
inner join duplicate using (region_code, sector_code, quarter);

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
    release_status,
    release_id,
    line,
from published_vacancies;

drop table published_vacancies;
