-- How many students follow a learning path in a job (bbl) here, per field and level?
-- An approximation of the places to learn at work that are taken. Totals as published, never summed.
with figure as (
    select *
    from mbo_supply_cbs
    where
        counted = 'students'
        and learning_path = 'bbl'
        and school_year = $school_year
        and region_code in (select unnest($region_codes))
        and (status <> 'sample' or $with_sample)
)

select
    region.name as region_name,
    field.label as study_field_label,
    period.label as period_label,
    max(persons) filter (mbo_level = 'mbo1') as students_mbo1,
    max(sign) filter (mbo_level = 'mbo1') as students_mbo1_sign,
    max(persons) filter (mbo_level = 'mbo2') as students_mbo2,
    max(sign) filter (mbo_level = 'mbo2') as students_mbo2_sign,
    max(persons) filter (mbo_level = 'mbo3') as students_mbo3,
    max(sign) filter (mbo_level = 'mbo3') as students_mbo3_sign,
    max(persons) filter (mbo_level = 'mbo4') as students_mbo4,
    max(sign) filter (mbo_level = 'mbo4') as students_mbo4_sign,
    max(persons) filter (mbo_level = 'total') as students_total,
    max(sign) filter (mbo_level = 'total') as students_total_sign,
    if(bool_or(status = 'sample'), 'sample', 'published') as status,
    region_code,
    field_code,
    school_year,
    any_value(release_id) as release_id,
    min(line) as line,
from figure
inner join region_today as region using (region_code)
inner join mbo_field as field using (field_code)
inner join period on period.period = school_year
group by
    region.name, field.label, field.position, period.label, region_code, field_code, school_year
order by
    array_position($region_codes, region_code),
    coalesce(array_position(['07', '06', 'total'], field_code), 9),
    field.position;
