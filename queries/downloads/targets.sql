-- What did each programme aim at, per target group and phase, according to which source?
select
    programme_target.programme_id,
    programme.name as programme_name,
    programme_target.indicator,
    label_of('indicator', programme_target.indicator) as indicator_label,
    programme_target.target_group,
    label_of('category', programme_target.target_group) as target_group_label,
    programme_target.phase,
    programme_target.target,
    programme_target."precision",
    programme_target.unit,
    label_of('unit', programme_target.unit) as unit_label,
    programme_target.relation,
    label_of('relation', programme_target.relation) as target_relation_label,
    programme_target.note,
    programme_target.status,
    concat_ws(', ', source.publisher, source.title) as source,
    source.published_on,
    source.url,
    coalesce(source.retrieved_on, release.retrieved_on) as retrieved_on,
    release.modified_on,
    programme_target.source_id,
    programme_target.release_id,
    programme_target.line,
from programme_target
inner join programme on programme.programme_id = programme_target.programme_id
inner join source on source.source_id = programme_target.source_id
left join release on release.release_id = programme_target.release_id
where
    (programme_target.status <> 'sample' or $with_sample)
    and works_in(programme_target.programme_id, $province_codes)
order by
    programme.name,
    programme_target.programme_id,
    programme_target.indicator,
    programme_target.target_group,
    programme_target.phase,
    programme_target.source_id;
