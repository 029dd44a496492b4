-- How large are labour force and unemployment per region and period, per series?
-- The series count otherwise and are never joined.
select
    named_region.* exclude (year),
    series,
    label_of('series', series) as series_label,
    named_period.* exclude (year),
    labour_force.labour_force,
    employed,
    unemployed,
    unemployment_pct,
    sign,
    status,
    release_status,
    release_origin.*,
    line,
from labour_force
inner join named_period using (period)
inner join named_region using (region_code, year)
left join release_origin using (release_id)
where
    (status <> 'sample' or $with_sample)
    and lies_in(region_code, $province_codes)
order by region_code, series, period, source_id;
