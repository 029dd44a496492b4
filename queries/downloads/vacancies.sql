-- How many vacancies were open per region, sector and quarter, as far as is known?
select
    vacancies.region_code,
    label_of('region_kind', region.kind) as region_kind_label,
    region.name as region_name,
    vacancies.sector_code,
    sector.sbi,
    sector.label as sector_label,
    vacancies.quarter as period,
    period.label as period_label,
    period.starts_on as period_starts_on,
    vacancies.open_vacancies,
    vacancies.sign,
    vacancies.status,
    vacancies.release_status,
    concat_ws(', ', release.publisher, release.table_id) as source,
    release.retrieved_on,
    release.modified_on,
    vacancies.release_id,
    vacancies.line,
from vacancies
inner join period on period.period = vacancies.quarter
inner join region
    on region.region_code = vacancies.region_code
    and period.year between region.valid_from_year and region.valid_to_year
inner join sector on sector.sector_code = vacancies.sector_code
left join release on release.release_id = vacancies.release_id
where
    (vacancies.status <> 'sample' or $with_sample)
    and lies_in(vacancies.region_code, $province_codes)
order by
    vacancies.region_code,
    sector.position,
    vacancies.quarter,
    vacancies.source_id;
