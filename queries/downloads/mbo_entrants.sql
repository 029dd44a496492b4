-- What did who entered mbo do a year before, per level, learning path and school year?
-- The whole country. Positions overlap and do not add up.
select
    region.region_code,
    region.name as region_name,
    origin_kind,
    if(origin_kind = 'position', 'positie', 'sector') as origin_kind_label,
    origin as origin_label,
    mbo_level,
    label_of('mbo_level', mbo_level) as level_label,
    learning_path,
    label_of('learning_path', learning_path) as learning_path_label,
    sectorkamer,
    named_period.* exclude (year),
    entrants,
    sign,
    status,
    release_status,
    release_origin.*,
    line,
from mbo_entrants
inner join region on region.region_code = 'NL01'
inner join named_period on named_period.period = school_year
left join release_origin using (release_id)
where status <> 'sample' or $with_sample
order by
    origin_kind, origin, mbo_level, learning_path, sectorkamer, school_year, source_id;
