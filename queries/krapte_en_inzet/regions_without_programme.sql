-- In which arbeidsmarktregio's is no programme known, and which ran elsewhere in the same province?
-- A programme of the whole country is not one of a region. Fictitious programmes do not count.
with place as (
    select distinct
        programme_id,
        arbeidsmarktregio_code as region_code,
    from programme_region
    inner join region_link
        on region_code in (arbeidsmarktregio_code, corop_code, provincie_code)
    where
        year = (select max(year) from region_link)
        and programme_region.status <> 'sample'
),

part as (
    select
        arbeidsmarktregio_code as region_code,
        string_agg(distinct name, ', ' order by name) as province_names,
    from region_part_today
    inner join region_today as province on province.region_code = provincie_code
    group by arbeidsmarktregio_code
),

beside as (
    select
        neighbour.region_code,
        string_agg(distinct name, '; ' order by name) as programme_names,
    from region_neighbour as neighbour
    inner join place on place.region_code = neighbour_code
    inner join programme using (programme_id)
    group by neighbour.region_code
)

select
    name as region_name,
    province_names,
    coalesce(programme_names, 'geen') as programme_names_beside,
    'estimated' as status,
    region_code,
    (select max(release_id) from programme where status <> 'sample') as release_id,
from region_today
inner join part using (region_code)
left join beside using (region_code)
where kind = 'arbeidsmarktregio' and region_code not in (select region_code from place)
order by name;
