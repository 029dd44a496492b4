-- How short are workers in these regions up to a quarter, by which of two measures, and how old is it?
-- The tension that CBS published, unless it is more than four quarters older than the newest vacancies:
-- then vacancies per 1 000 of the labour force, and in a second row the older tension.
select
    region.name as region_name,
    measure.label as measure_label,
    shortage.figure,
    shortage.figure_low,
    shortage.figure_high,
    shortage.sign,
    shortage.figure_country,
    shortage.figure_country_sign,
    shortage.beside_country,
    period_label_of(shortage.period) as period_label,
    shortage.ends_on,
    period_label_of(shortage.base_period) as base_label,
    shortage.quarters_behind,
    measure.unit as unit_label,
    measure.decimals,
    coalesce(shortage.status, 'published') as status,
    shortage.release_status,
    region.region_code,
    shortage.measure,
    shortage.period,
    shortage.position,
    shortage.release_id,
    shortage.second_release_id,
    shortage.line,
from region_today as region
left join shortage_until(end_of($until)) as shortage using (region_code)
left join measure using (measure)
where region.region_code in (select unnest($region_codes))
order by array_position($region_codes, region.region_code), shortage.position;
