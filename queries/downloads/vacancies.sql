-- How many vacancies were open per region, sector and quarter, as far as is known?
select
    named_region.* exclude (year),
    sector_code,
    sector.sbi,
    sector.label as sector_label,
    named_period.* exclude (year),
    open_vacancies,
    margin,
    sign,
    status,
    release_status,
    release_origin.*,
    line,
from vacancies
inner join named_period on named_period.period = quarter
inner join named_region using (region_code, year)
inner join sector using (sector_code)
left join release_origin using (release_id)
where
    (status <> 'sample' or $with_sample)
    and lies_in(region_code, $province_codes)
order by region_code, sector.position, quarter, source_id;
