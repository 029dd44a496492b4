-- In which arbeidsmarktregio's is no programme known, and which ran elsewhere in the same province?
-- A programme of the whole country is not one of a region. Fictitious programmes do not count.
with place as (
    select distinct
        programme_region.programme_id,
        region_link.arbeidsmarktregio_code as region_code,
    from programme_region
    inner join region_link
        on programme_region.region_code in (
            region_link.arbeidsmarktregio_code, region_link.corop_code, region_link.provincie_code
        )
    where
        region_link.year = (select max(year) from region_link)
        and programme_region.status <> 'sample'
),

part as (
    select
        region_part.arbeidsmarktregio_code as region_code,
        string_agg(distinct province.name, ', ' order by province.name) as province_names,
    from region_part_today as region_part
    inner join region_today as province on province.region_code = region_part.provincie_code
    group by region_part.arbeidsmarktregio_code
),

beside as (
    select
        neighbour.region_code,
        string_agg(distinct programme.name, '; ' order by programme.name) as programme_names,
    from region_neighbour as neighbour
    inner join place on place.region_code = neighbour.neighbour_code
    inner join programme using (programme_id)
    group by neighbour.region_code
)

select
    region.name as region_name,
    part.province_names,
    coalesce(beside.programme_names, 'geen') as programme_names_beside,
    'estimated' as status,
    region.region_code,
    (select max(programme.release_id) from programme where status <> 'sample') as release_id,
from region_today as region
inner join part using (region_code)
left join beside using (region_code)
where
    region.kind = 'arbeidsmarktregio'
    and region.region_code not in (select region_code from place)
order by region.name;
