-- What was deployed in this programme?
select
    label_of('resource', programme_resource.resource) as resource_label,
    programme_resource.quantity,
    label_of('unit', programme_resource.unit) as unit_label,
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
inner join source on source.source_id = programme_resource.source_id
where
    programme_resource.programme_id = $programme_id
    and (programme_resource.status <> 'sample' or $with_sample)
order by programme_resource.line;
