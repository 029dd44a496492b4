-- How many vacancies are there per 100 unemployed, per region and quarter, as CBS published it?
-- Another measure than the tension of UWV; series that are not seasonally adjusted stand apart.
select
    cbs_tension.region_code,
    label_of('region_kind', region.kind) as region_kind_label,
    region.name as region_name,
    cbs_tension.seasonally_adjusted,
    label_of('seasonally_adjusted', cbs_tension.seasonally_adjusted) as adjusted_label,
    cbs_tension.quarter as period,
    period.label as period_label,
    period.starts_on as period_starts_on,
    cbs_tension.vacancies_per_100_unemployed,
    cbs_tension.sign as vacancies_per_100_unemployed_sign,
    cbs_tension.open_vacancies,
    if(cbs_tension.open_vacancies is null, 'missing', null) as open_vacancies_sign,
    cbs_tension.unemployed,
    if(cbs_tension.unemployed is null, 'missing', null) as unemployed_sign,
    cbs_tension.unemployment_pct_text,
    label_of('tension_note', cbs_tension.note) as note,
    array_to_string(cbs_tension.urls, ' ') as urls,
    cbs_tension.status,
    cbs_tension.release_status,
    concat_ws(', ', release.publisher, release.table_id) as source,
    release.retrieved_on,
    release.modified_on,
    cbs_tension.release_ids[1] as release_id,
    cbs_tension.release_ids[2] as second_release_id,
    cbs_tension.lines[1] as line,
from cbs_tension
inner join period on period.period = cbs_tension.quarter
inner join region
    on region.region_code = cbs_tension.region_code
    and period.year between region.valid_from_year and region.valid_to_year
left join release on release.release_id = cbs_tension.release_ids[1]
where
    (cbs_tension.status <> 'sample' or $with_sample)
    and lies_in(cbs_tension.region_code, $province_codes)
order by
    cbs_tension.region_code,
    cbs_tension.quarter,
    cbs_tension.seasonally_adjusted,
    cbs_tension.source_id;
