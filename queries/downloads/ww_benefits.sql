-- How many people had a WW benefit at the end of each month, per region?
-- Seasonally adjusted, in tens.
select
    ww_benefits.region_code,
    label_of('region_kind', region.kind) as region_kind_label,
    region.name as region_name,
    ww_benefits.month as period,
    period.label as period_label,
    period.starts_on as period_starts_on,
    ww_benefits.ww_benefits,
    ww_benefits.sign,
    ww_benefits.status,
    ww_benefits.release_status,
    concat_ws(', ', release.publisher, release.table_id) as source,
    release.retrieved_on,
    release.modified_on,
    ww_benefits.release_id,
    ww_benefits.line,
from ww_benefits
inner join period on period.period = ww_benefits.month
inner join region
    on region.region_code = ww_benefits.region_code
    and period.year between region.valid_from_year and region.valid_to_year
left join release on release.release_id = ww_benefits.release_id
where
    (ww_benefits.status <> 'sample' or $with_sample)
    and lies_in(ww_benefits.region_code, $province_codes)
order by
    ww_benefits.region_code,
    ww_benefits.month,
    ww_benefits.source_id;
