-- How many vacancies and short-term WW has each occupation group of UWV, per region and quarter?
-- Ratio and class as published; what is not is not made up here. Of all quarters when none is asked:
-- a large table is read quarter by quarter.
with place as materialized (
    select *
    from named_region
    where lies_in(region_code, $province_codes)
),

occupation_group as materialized (
    select
        uwv_group_code,
        uwv_group.label as occupation_label,
        is_technical,
        is_craft,
        technical_field,
        technical_field.label as field_label,
    from uwv_group
    left join uwv_group_field using (uwv_group_code)
    left join technical_field using (technical_field)
)

select
    place.* exclude (year),
    occupation_group.*,
    named_period.* exclude (year),
    open_vacancies,
    vacancies_sign as open_vacancies_sign,
    ww_under_6_months,
    ww_sign as ww_under_6_months_sign,
    tension_ratio,
    ratio_sign as tension_ratio_sign,
    tension_class,
    tension_class.label as class_label,
    class_sign as tension_class_sign,
    status,
    release_status,
    release_origin.*,
    line,
from occupation_tension
inner join named_period on named_period.period = quarter
inner join place using (region_code, year)
inner join occupation_group using (uwv_group_code)
left join tension_class using (tension_class)
left join release_origin using (release_id)
where
    (status <> 'sample' or $with_sample)
    and ($quarter is null or quarter = $quarter)
order by quarter, region_code, uwv_group_code, source_id, line;
