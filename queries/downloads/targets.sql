-- What did each programme aim at, per target group and phase, according to which source?
select
    programme_target.programme_id,
    programme.name as programme_name,
    programme_target.indicator,
    indicator.label as indicator_label,
    programme_target.target_group,
    target_group.label as target_group_label,
    programme_target.phase,
    programme_target.target,
    programme_target."precision",
    programme_target.unit,
    unit.label as unit_label,
    programme_target.relation,
    relation.label as target_relation_label,
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
inner join code_label as indicator
    on indicator.list = 'indicator' and indicator.code = programme_target.indicator
inner join code_label as target_group
    on target_group.list = 'category' and target_group.code = programme_target.target_group
inner join code_label as unit on unit.list = 'unit' and unit.code = programme_target.unit
left join code_label as relation
    on relation.list = 'relation' and relation.code = programme_target.relation
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
