-- Open vacancies at the end of the quarter: the CBS feed and copies of later quarters. Where the
-- feed has a region, sector and quarter itself, its figure replaces that of a copy. A copy may print
-- whole thousands, and may be a sum or difference: its note is the sum, each term off by half a unit.
delete from vacancies where source_id = 'cbs_vacancies';

create or replace temp table published as
from (
    select
        trim("RegioS") as region_code,
        trim("BedrijfstakkenBranchesSBI2008") as sector_code,
        trim("Perioden") as quarter,
        "OpenstaandeVacatures_1" as value,
        "RegioS" as region_found,
        "BedrijfstakkenBranchesSBI2008" as sector_found,
        ['RegioS', 'BedrijfstakkenBranchesSBI2008', 'Perioden', 'OpenstaandeVacatures_1'] as names,
        true as is_feed,
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
        ['regio', 'sector', published_in, published_in] as names,
        false as is_feed,
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
        ['regio', 'sector', 'periode', 'openstaande_x1000'] as names,
        false as is_feed,
        release_id,
        line,
    from raw."83599NED_dashboard_quarters"
    union all by name
    select
        region_code,
        coalesce(sector_key, 'T001081') as sector_code,
        quarter,
        open_vacancies_x1000 as value,
        region_code as region_found,
        sector_key as sector_found,
        "precision" as precision_found,
        ['region_code', 'sector_key', 'quarter', 'open_vacancies_x1000'] as names,
        false as is_feed,
        "precision" like 'derived%' as is_derived,
        if("precision" like '%rounded_1000', 500, 50)
            * if(is_derived, 1 + len(regexp_extract_all(note, ' [-+] ')), 1) as margin,
        release_status_of(status_found) as release_status,
        release_id,
        line,
    from (
        select *
        from raw."83599NED_dashboard_additions"
        union all by name
        select *
        from raw."83599NED_2025KW04"
    )
)
qualify is_feed or not bool_or(is_feed) over (partition by region_code, sector_code, quarter);

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            not is_region(region_code),
            names[1],
            region_found,
            'the region is unknown; a code or name of data/reference/region_name.csv was expected'
        ),
        refusal(
            not coalesce(sector_code in (select sector_code from sector), false),
            names[2],
            sector_found,
            'the sector is unknown; a sector of data/reference/sector.csv was expected'
        ),
        refusal(
            not is_period(quarter, ['quarter']),
            names[3],
            quarter,
            'a quarter such as 2018KW04 was expected'
        ),
        refusal(
            is_bad_amount(value),
            names[4],
            value,
            'a number of thousands such as 1.4, or one of the marks . x - was expected'
        ),
        refusal(
            not coalesce(
                precision_found in ('exact', 'rounded_1000', 'derived', 'derived_rounded_1000'), true
            ),
            'precision',
            precision_found,
            'exact, rounded_1000, derived or derived_rounded_1000 was expected'
        ),
        refusal(
            is_derived and margin < 100,
            'note',
            value,
            'the sum or difference that the figure is was expected, such as 86 - 14'
        )
    ]), recursive := true),
from published
union all by name
from twice(
    'published', ['region_code', 'sector_code', 'quarter'], names[4], 'region, sector and quarter'
);

insert into vacancies by name
select
    'cbs_vacancies' as source_id,
    region_code,
    sector_code,
    quarter,
    from_thousands(value) as open_vacancies,
    if(trim(value) = '0.0', 'below_half_unit', sign_of(value)) as sign,
    if(is_derived, 'estimated', 'published') as status,
    release_status,
    release_id,
    line,
    coalesce(margin, 50) as margin,
from published;
