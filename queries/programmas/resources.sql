-- What was deployed in this programme?
select
    label_of('resource', resource) as resource_label,
    quantity,
    label_of('unit', unit) as unit_label,
    as_of_text,
    as_of_precision,
    note,
    programme_id,
    publisher_of(source_id) as publisher,
    status,
    source_id,
    release_id,
    line,
from programme_resource
where programme_id = $programme_id and (status <> 'sample' or $with_sample)
order by line;
