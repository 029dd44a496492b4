-- How tight was each techniekdomein and set of occupations per region and quarter, within which bounds?
-- Sums of the occupation groups of UWV: published figures make an estimate.
select
    named_region.* exclude (year),
    technical_field,
    field_label_of(technical_field) as field_label,
    named_period.* exclude (year),
    groups,
    expected_groups,
    vacancies_low,
    vacancies_high,
    ww_low,
    ww_high,
    tension_ratio,
    ratio_low,
    ratio_high,
    tension_class,
    class_label_of(tension_class) as class_label,
    sign,
    status,
    release_origin.*,
from field_tension
inner join named_period on named_period.period = quarter
inner join named_region using (region_code, year)
left join technical_field using (technical_field)
left join release_origin using (release_id)
where
    (status <> 'sample' or $with_sample)
    and lies_in(region_code, $province_codes)
order by region_code, technical_field.position nulls first, technical_field, quarter, source_id;
