-- How many people work in each occupation, per region and period?
select
    employment.region_code,
    label_of('region_kind', region.kind) as region_kind_label,
    region.name as region_name,
    employment.occupation_code,
    occupation.label as occupation_label,
    employment.period,
    period.label as period_label,
    period.starts_on as period_starts_on,
    employment.employed,
    employment.sign,
    employment.status,
    employment.release_status,
    concat_ws(', ', release.publisher, release.table_id) as source,
    release.retrieved_on,
    release.modified_on,
    employment.release_id,
    employment.line,
from employment
inner join period on period.period = employment.period
inner join region
    on region.region_code = employment.region_code
    and period.year between region.valid_from_year and region.valid_to_year
inner join occupation on occupation.occupation_code = employment.occupation_code
left join release on release.release_id = employment.release_id
where
    (employment.status <> 'sample' or $with_sample)
    and lies_in(employment.region_code, $province_codes)
order by
    employment.region_code,
    employment.occupation_code,
    employment.period,
    employment.source_id;
