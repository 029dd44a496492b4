-- How many graduates of mbo live in each region, per level, learning path, field and school year?
select
    mbo_graduates.region_code,
    label_of('region_kind', region.kind) as region_kind_label,
    region.name as region_name,
    mbo_graduates.mbo_level,
    label_of('mbo_level', mbo_graduates.mbo_level) as level_label,
    mbo_graduates.learning_path,
    label_of('learning_path', mbo_graduates.learning_path) as learning_path_label,
    mbo_graduates.field_code,
    mbo_field.label as study_field_label,
    mbo_graduates.school_year as period,
    period.label as period_label,
    period.starts_on as period_starts_on,
    mbo_graduates.graduates,
    mbo_graduates.sign,
    mbo_graduates.status,
    mbo_graduates.release_status,
    concat_ws(', ', release.publisher, release.table_id) as source,
    release.retrieved_on,
    release.modified_on,
    mbo_graduates.release_id,
    mbo_graduates.line,
from mbo_graduates
inner join period on period.period = mbo_graduates.school_year
inner join region
    on region.region_code = mbo_graduates.region_code
    and period.year between region.valid_from_year and region.valid_to_year
inner join mbo_field on mbo_field.field_code = mbo_graduates.field_code
left join release on release.release_id = mbo_graduates.release_id
where
    (mbo_graduates.status <> 'sample' or $with_sample)
    and lies_in(mbo_graduates.region_code, $province_codes)
order by
    mbo_graduates.region_code,
    mbo_graduates.mbo_level,
    mbo_graduates.learning_path,
    mbo_field.position,
    mbo_graduates.field_code,
    mbo_graduates.school_year,
    mbo_graduates.source_id,
    mbo_graduates.release_id;
