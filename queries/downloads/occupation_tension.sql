-- How many vacancies and short-term WW has each occupation group of UWV, per region and quarter?
-- Ratio and class as published; what is not is not made up here. Of all quarters when none is asked:
-- a large table is read quarter by quarter.
with place as materialized (
    select
        region.region_code,
        region.valid_from_year,
        region.valid_to_year,
        region.name,
        label_of('region_kind', region.kind) as kind_label,
    from region
    where
        lies_in(region.region_code, $province_codes)
),

occupation_group as materialized (
    select
        uwv_group.uwv_group_code,
        uwv_group.label,
        uwv_group_field.is_technical,
        uwv_group_field.technical_field,
        technical_field.label as field_label,
    from uwv_group
    left join uwv_group_field
        on uwv_group_field.uwv_group_code = uwv_group.uwv_group_code
    left join technical_field
        on technical_field.technical_field = uwv_group_field.technical_field
)

select
    occupation_tension.region_code,
    place.kind_label as region_kind_label,
    place.name as region_name,
    occupation_tension.uwv_group_code,
    occupation_group.label as occupation_label,
    occupation_group.is_technical,
    occupation_group.technical_field,
    occupation_group.field_label,
    occupation_tension.quarter as period,
    period.label as period_label,
    period.starts_on as period_starts_on,
    occupation_tension.open_vacancies,
    occupation_tension.vacancies_sign as open_vacancies_sign,
    occupation_tension.ww_under_6_months,
    occupation_tension.ww_sign as ww_under_6_months_sign,
    occupation_tension.tension_ratio,
    occupation_tension.ratio_sign as tension_ratio_sign,
    occupation_tension.tension_class,
    class.label as class_label,
    occupation_tension.class_sign as tension_class_sign,
    occupation_tension.status,
    occupation_tension.release_status,
    concat_ws(', ', release.publisher, release.table_id) as source,
    release.retrieved_on,
    release.modified_on,
    occupation_tension.release_id,
    occupation_tension.line,
from occupation_tension
inner join period on period.period = occupation_tension.quarter
inner join place
    on place.region_code = occupation_tension.region_code
    and period.year between place.valid_from_year and place.valid_to_year
inner join occupation_group
    on occupation_group.uwv_group_code = occupation_tension.uwv_group_code
left join tension_class as class
    on class.tension_class = occupation_tension.tension_class
left join release on release.release_id = occupation_tension.release_id
where
    (occupation_tension.status <> 'sample' or $with_sample)
    and ($quarter is null or occupation_tension.quarter = $quarter)
order by
    occupation_tension.quarter,
    occupation_tension.region_code,
    occupation_tension.uwv_group_code,
    occupation_tension.source_id,
    occupation_tension.line;
