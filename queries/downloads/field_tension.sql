-- How tight was each techniekdomein per region and quarter, and between which bounds?
-- Sums of the occupation groups of UWV: published figures make an estimate.
select
    field_tension.region_code,
    label_of('region_kind', region.kind) as region_kind_label,
    region.name as region_name,
    field_tension.technical_field,
    coalesce(technical_field.label, 'Alle technische beroepen') as field_label,
    field_tension.quarter as period,
    period.label as period_label,
    period.starts_on as period_starts_on,
    field_tension.groups,
    field_tension.expected_groups,
    field_tension.vacancies_low,
    field_tension.vacancies_high,
    field_tension.ww_low,
    field_tension.ww_high,
    field_tension.tension_ratio,
    field_tension.ratio_low,
    field_tension.ratio_high,
    field_tension.tension_class,
    class_label_of(field_tension.tension_class) as class_label,
    field_tension.sign,
    field_tension.status,
    concat_ws(', ', release.publisher, release.table_id) as source,
    release.retrieved_on,
    release.modified_on,
    field_tension.release_id,
from field_tension
inner join period on period.period = field_tension.quarter
inner join region
    on region.region_code = field_tension.region_code
    and period.year between region.valid_from_year and region.valid_to_year
left join technical_field
    on technical_field.technical_field = field_tension.technical_field
left join release on release.release_id = field_tension.release_id
where
    (field_tension.status <> 'sample' or $with_sample)
    and lies_in(field_tension.region_code, $province_codes)
order by
    field_tension.region_code,
    technical_field.position nulls first,
    field_tension.quarter,
    field_tension.source_id;
