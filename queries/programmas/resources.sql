-- What was deployed in this programme?
select
    resource.label as resource_label,
    programme_resource.quantity,
    unit.label as unit_label,
    programme_resource.as_of_text,
    programme_resource.as_of_precision,
    programme_resource.note,
    programme_resource.programme_id,
    source.publisher,
    programme_resource.status,
    programme_resource.source_id,
    programme_resource.release_id,
    programme_resource.line,
from programme_resource
inner join code_label as resource
    on resource.list = 'resource' and resource.code = programme_resource.resource
inner join code_label as unit on unit.list = 'unit' and unit.code = programme_resource.unit
inner join source on source.source_id = programme_resource.source_id
where
    programme_resource.programme_id = $programme_id
    and (programme_resource.status <> 'sample' or $with_sample)
order by programme_resource.line;
