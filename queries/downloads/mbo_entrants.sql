-- What did who entered mbo do a year before, per level, learning path and school year?
-- The whole country. Positions overlap and do not add up.
select
    'NL01' as region_code,
    region.name as region_name,
    mbo_entrants.origin_kind,
    if(mbo_entrants.origin_kind = 'position', 'positie', 'sector') as origin_kind_label,
    mbo_entrants.origin as origin_label,
    mbo_entrants.mbo_level,
    label_of('mbo_level', mbo_entrants.mbo_level) as level_label,
    mbo_entrants.learning_path,
    label_of('learning_path', mbo_entrants.learning_path) as learning_path_label,
    mbo_entrants.sectorkamer,
    mbo_entrants.school_year as period,
    period.label as period_label,
    period.starts_on as period_starts_on,
    mbo_entrants.entrants,
    mbo_entrants.sign,
    mbo_entrants.status,
    mbo_entrants.release_status,
    concat_ws(', ', release.publisher, release.table_id) as source,
    release.retrieved_on,
    release.modified_on,
    mbo_entrants.release_id,
    mbo_entrants.line,
from mbo_entrants
inner join region on region.region_code = 'NL01'
inner join period on period.period = mbo_entrants.school_year
left join release on release.release_id = mbo_entrants.release_id
where mbo_entrants.status <> 'sample' or $with_sample
order by
    mbo_entrants.origin_kind,
    mbo_entrants.origin,
    mbo_entrants.mbo_level,
    mbo_entrants.learning_path,
    mbo_entrants.sectorkamer,
    mbo_entrants.school_year,
    mbo_entrants.source_id;
