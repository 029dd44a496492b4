-- Which programmes can be chosen? Fictitious ones come last; first those of these regions, then those
-- elsewhere in their provinces, then those of the whole country.
with near as (
    select
        programme_region.programme_id,
        min(
            case
                when programme_region.region_code in (select unnest($region_codes)) then 1
                when region_province.region_code is not null then 2
                when programme_region.region_code = 'NL01' then 3
                else 4
            end
        ) as distance,
    from programme_region
    left join region_province
        on region_province.region_code = programme_region.region_code
        and region_province.province_code in (select unnest($province_codes))
    group by programme_region.programme_id
)

select
    programme.programme_id,
    programme.name as programme_name,
    programme.status,
from programme
left join near using (programme_id)
where (programme.status <> 'sample' or $with_sample)
order by
    programme.status = 'sample',
    near.distance nulls last,
    coalesce(programme.starts_on_first, programme.ends_on_first),
    programme.name;
