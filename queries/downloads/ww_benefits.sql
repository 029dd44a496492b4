-- How many had a WW benefit at the end of each month, per region and series?
-- The series count otherwise and are never joined.
select
    named_region.* exclude (year),
    named_period.* exclude (year),
    series,
    label_of('ww_series', series) as series_label,
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
order by region_code, series, month, source_id;
