-- Which programmes can be chosen? Fictitious ones come last; first those of these regions, then those
-- elsewhere in their provinces, then those of the whole country.
with near as (
    select
        programme_id,
        min(
            case
                when region_code in (select unnest($region_codes)) then 1
                when len($province_codes) > 0 and lies_in(region_code, $province_codes) then 2
                when region_code = 'NL01' then 3
                else 4
            end
        ) as distance,
    from programme_region
    group by programme_id
)

select
    programme_id,
    name as programme_name,
    status,
from programme
left join near using (programme_id)
where (status <> 'sample' or $with_sample)
order by
    status = 'sample',
    distance nulls last,
    coalesce(starts_on_first, ends_on_first),
    name;
