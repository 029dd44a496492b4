-- How large are labour force and unemployment per region and period, per series?
-- The series count otherwise and are never joined.
select
    labour_force.region_code,
    label_of('region_kind', region.kind) as region_kind_label,
    region.name as region_name,
    labour_force.series,
    label_of('series', labour_force.series) as series_label,
    labour_force.period,
    period.label as period_label,
    period.starts_on as period_starts_on,
    labour_force.labour_force,
    labour_force.employed,
    labour_force.unemployed,
    labour_force.unemployment_pct,
    labour_force.sign,
    labour_force.status,
    labour_force.release_status,
    concat_ws(', ', release.publisher, release.table_id) as source,
    release.retrieved_on,
    release.modified_on,
    labour_force.release_id,
    labour_force.line,
from labour_force
inner join period on period.period = labour_force.period
inner join region
    on region.region_code = labour_force.region_code
    and period.year between region.valid_from_year and region.valid_to_year
left join release on release.release_id = labour_force.release_id
where
    (labour_force.status <> 'sample' or $with_sample)
    and lies_in(labour_force.region_code, $province_codes)
order by
    labour_force.region_code,
    labour_force.series,
    labour_force.period,
    labour_force.source_id;
