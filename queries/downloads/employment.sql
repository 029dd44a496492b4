-- How many people work in each occupation, per region and period?
select
    named_region.* exclude (year),
    occupation_code,
    occupation.label as occupation_label,
    named_period.* exclude (year),
    employed,
    sign,
    status,
    release_status,
    release_origin.*,
    line,
from employment
inner join named_period using (period)
inner join named_region using (region_code, year)
inner join occupation using (occupation_code)
left join release_origin using (release_id)
where
    (status <> 'sample' or $with_sample)
    and lies_in(region_code, $province_codes)
order by region_code, occupation_code, period, source_id;
