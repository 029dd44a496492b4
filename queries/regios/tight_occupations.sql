-- Which technical occupations are tightest in this region and quarter?
-- Ordered by the lower bound of their tension: of a group with under ten jobseekers it is known how
-- tight it is at least.
select
    region.name as region_name,
    uwv_group.label as occupation_label,
    technical_field.label as field_label,
    period.label as quarter_label,
    region_figure.figure as tension_ratio,
    region_figure.figure_low as tension_low,
    region_figure.figure_high as tension_high,
    region_figure.sign,
    region_figure.tension_class,
    class_label_of(region_figure.tension_class) as class_label,
    tension.open_vacancies,
    tension.vacancies_sign as open_vacancies_sign,
    tension.ww_under_6_months,
    tension.ww_sign as ww_under_6_months_sign,
    region_figure.status,
    region.region_code,
    uwv_group.uwv_group_code,
    period.period as quarter,
    region_figure.release_id,
    region_figure.line,
from uwv_group_field
inner join uwv_group using (uwv_group_code)
inner join technical_field using (technical_field)
inner join region_figure
    on region_figure.measure = 'tension' and region_figure.breakdown = uwv_group_field.uwv_group_code
inner join occupation_tension as tension
    on tension.uwv_group_code = uwv_group_field.uwv_group_code
    and tension.region_code = region_figure.region_code
    and tension.quarter = region_figure.period
inner join region_today as region on region.region_code = region_figure.region_code
inner join period on period.period = region_figure.period
where
    uwv_group_field.is_technical
    and region_figure.region_code = $region_code
    and tension.region_code = $region_code
    and region_figure.period = $quarter
    and tension.quarter = $quarter
    and (region_figure.status <> 'sample' or $with_sample)
order by region_figure.figure_low desc nulls last, uwv_group.label;
