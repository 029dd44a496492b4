-- What did each programme aim at, per target group and phase, according to which source?
select
    programme_id,
    programme_name_of(programme_id) as programme_name,
    indicator,
    label_of('indicator', indicator) as indicator_label,
    target_group,
    label_of('category', target_group) as target_group_label,
    phase,
    target,
    "precision",
    unit,
    label_of('unit', unit) as unit_label,
    relation,
    label_of('relation', relation) as target_relation_label,
    note,
    status,
    programme_origin.*,
    line,
from programme_target
inner join programme_origin using (source_id, release_id)
where
    (status <> 'sample' or $with_sample)
    and works_in(programme_id, $province_codes)
order by programme_name, programme_id, indicator, target_group, phase, source_id;
