-- How many graduates of mbo live in each region, per level, learning path, field and school year?
select
    named_region.* exclude (year),
    mbo_level,
    label_of('mbo_level', mbo_level) as level_label,
    learning_path,
    label_of('learning_path', learning_path) as learning_path_label,
    field_code,
    mbo_field.label as study_field_label,
    named_period.* exclude (year),
    graduates,
    sign,
    status,
    release_status,
    release_origin.*,
    line,
from mbo_graduates
inner join named_period on named_period.period = school_year
inner join named_region using (region_code, year)
inner join mbo_field using (field_code)
left join release_origin using (release_id)
where
    (status <> 'sample' or $with_sample)
    and lies_in(region_code, $province_codes)
order by
    region_code,
    mbo_level,
    learning_path,
    mbo_field.position,
    field_code,
    school_year,
    source_id,
    release_id;
