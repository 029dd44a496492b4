-- Municipalities 2026 with their regions, and the municipality codes of 2022 that have since gone.
insert into rejected_row by name
with mapping as (
    select
        release_id as file,
        line,
        unpivoted.column_name,
        unpivoted.value,
        unpivoted.pattern,
    from raw.municipality_regions_2026
    cross join lateral (
        values
            ('gm', gm, 'GM[0-9]{4}'),
            ('am', am, 'AM[0-9]{2}'),
            ('cr', cr, 'CR[0-9]{2}'),
            ('pv', pv, 'PV[0-9]{2}')
    ) as unpivoted (column_name, value, pattern)
)

select
    file,
    line,
    column_name,
    value,
    format('a code such as {} was expected', pattern) as reason,
from mapping
where not regexp_full_match(value, pattern)
union all by name
select
    any_value(release_id) as file,
    max(line) as line,
    'gm' as column_name,
    gm as value,
    format('the municipality stands here {} times, once was expected', count(*)) as reason,
from raw.municipality_regions_2026
group by gm
having count(*) > 1;

insert into region_link by name
select
    gm as municipality_code,
    2026 as year,
    am as arbeidsmarktregio_code,
    cr as corop_code,
    pv as provincie_code,
from raw.municipality_regions_2026;

insert into region_part by name
select
    arbeidsmarktregio_code,
    provincie_code,
    year,
    count(*) as municipalities,
from region_link
group by arbeidsmarktregio_code, provincie_code, year;

insert into region by name
with current_region as (
    select distinct pv as region_code, 'provincie' as kind, pv_naam as name
    from raw.municipality_regions_2026
    union all by name
    select distinct cr as region_code, 'corop' as kind, cr_naam as name
    from raw.municipality_regions_2026
    union all by name
    select distinct am as region_code, 'arbeidsmarktregio' as kind, am_naam as name
    from raw.municipality_regions_2026
    union all by name
    select gm as region_code, 'gemeente' as kind, gm_naam as name
    from raw.municipality_regions_2026
),

first_year as (
    select region_code, max(valid_to_year) + 1 as year
    from region
    where valid_to_year < 9999
    group by region_code
),

created as (
    select to_code as region_code, min(cast(year as integer)) as year
    from raw.municipality_merger
    where to_code not in (select statcode from raw.municipalities_2022)
    group by to_code
),

parent as (
    select provincie_code as region_code, landsdeel_code as parent_code
    from raw.landsdeel
    union all by name
    select distinct corop_code as region_code, provincie_code as parent_code
    from region_link
    union all by name
    select municipality_code as region_code, provincie_code as parent_code
    from region_link
)

select
    region_code,
    kind,
    name,
    parent.parent_code,
    coalesce(first_year.year, created.year, 0) as valid_from_year,
    9999 as valid_to_year,
from current_region
left join parent using (region_code)
left join first_year using (region_code)
left join created using (region_code);

insert into region by name
select
    former.statcode as region_code,
    'gemeente' as kind,
    former.statnaam as name,
    link.provincie_code as parent_code,
    0 as valid_from_year,
    cast(merger.year as integer) - 1 as valid_to_year,
from raw.municipalities_2022 as former
inner join raw.municipality_merger as merger on merger.from_code = former.statcode
inner join region_link as link on link.municipality_code = merger.to_code;
