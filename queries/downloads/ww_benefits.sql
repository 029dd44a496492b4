-- How many people had a WW benefit at the end of each month, per region?
-- Seasonally adjusted, in tens.
select
    named_region.* exclude (year),
    named_period.* exclude (year),
    ww_benefits.ww_benefits,
    sign,
    status,
    release_status,
    release_origin.*,
    line,
from ww_benefits
inner join named_period on named_period.period = month
inner join named_region using (region_code, year)
left join release_origin using (release_id)
where
    (status <> 'sample' or $with_sample)
    and lies_in(region_code, $province_codes)
order by region_code, month, source_id;
