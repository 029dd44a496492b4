-- How many vacancies are there per 100 unemployed, per region and quarter, as CBS published it?
-- Another measure than the tension of UWV; series that are not seasonally adjusted stand apart.
select
    named_region.* exclude (year),
    seasonally_adjusted,
    label_of('seasonally_adjusted', seasonally_adjusted) as adjusted_label,
    named_period.* exclude (year),
    vacancies_per_100_unemployed,
    sign as vacancies_per_100_unemployed_sign,
    open_vacancies,
    if(open_vacancies is null, 'missing', null) as open_vacancies_sign,
    unemployed,
    if(unemployed is null, 'missing', null) as unemployed_sign,
    unemployment_pct_text,
    label_of('tension_note', note) as note,
    array_to_string(urls, ' ') as urls,
    status,
    release_status,
    release_origin.*,
    release_ids[2] as second_release_id,
    lines[1] as line,
from cbs_tension
inner join named_period on named_period.period = quarter
inner join named_region using (region_code, year)
left join release_origin on release_origin.release_id = release_ids[1]
where
    (status <> 'sample' or $with_sample)
    and lies_in(region_code, $province_codes)
order by region_code, quarter, seasonally_adjusted, source_id;
