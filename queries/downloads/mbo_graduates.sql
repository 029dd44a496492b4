-- How many graduates of mbo live in each region, per level, learning path, field and school year?
select
    mbo_graduates.region_code,
    region_kind.label as region_kind_label,
    region.name as region_name,
    mbo_graduates.mbo_level,
    level.label as level_label,
    mbo_graduates.learning_path,
    learning_path.label as learning_path_label,
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
inner join code_label as region_kind
    on region_kind.list = 'region_kind' and region_kind.code = region.kind
inner join code_label as level
    on level.list = 'mbo_level' and level.code = mbo_graduates.mbo_level
inner join code_label as learning_path
    on learning_path.list = 'learning_path' and learning_path.code = mbo_graduates.learning_path
inner join mbo_field on mbo_field.field_code = mbo_graduates.field_code
left join release on release.release_id = mbo_graduates.release_id
where
    (mbo_graduates.status <> 'sample' or $with_sample)
    and (
        len($province_codes) = 0
        or mbo_graduates.region_code in (
            select region_province.region_code
            from region_province
            where region_province.province_code in (select unnest($province_codes))
        )
    )
order by
    mbo_graduates.region_code,
    mbo_graduates.mbo_level,
    mbo_graduates.learning_path,
    mbo_field.position,
    mbo_graduates.field_code,
    mbo_graduates.school_year,
    mbo_graduates.source_id,
    mbo_graduates.release_id;
