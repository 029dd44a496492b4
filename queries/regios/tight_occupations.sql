-- Which occupations of this set are tightest in this region and quarter, among how many that are known?
-- Ordered by the lower bound of their tension: of a group with under ten jobseekers it is known how
-- tight it is at least.
select
    region.name as region_name,
    listed.label as occupation_label,
    listed.field_label,
    period_label_of(quarter) as quarter_label,
    figure.tension_ratio,
    tension_low,
    tension_high,
    sign,
    figure.tension_class,
    class_label,
    open_vacancies,
    vacancies_sign as open_vacancies_sign,
    ww_under_6_months,
    ww_sign as ww_under_6_months_sign,
    label_of('occupation_set', $selection) as set_label,
    count(tension_low) over () as groups,
    (select count(*) from tension_breakdown where is_selected(kind, $selection))
        as expected_groups,
    figure.status,
    region_code,
    breakdown as uwv_group_code,
    quarter,
    figure.release_id,
    figure.line,
from tension_breakdown as listed
inner join tension_figure as figure using (breakdown)
inner join occupation_tension as tension using (region_code, quarter)
inner join region_today as region using (region_code)
where
    is_selected(listed.kind, $selection)
    and tension.uwv_group_code = breakdown
    and region_code = $region_code
    and tension.region_code = $region_code
    and quarter = $quarter
    and tension.quarter = $quarter
    and (figure.status <> 'sample' or $with_sample)
order by tension_low desc nulls last, occupation_label;
