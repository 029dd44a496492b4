-- What did each programme deploy, according to which source?
select
    programme_id,
    programme_name_of(programme_id) as programme_name,
    resource,
    label_of('resource', resource) as resource_label,
    as_of_text,
    as_of_precision,
    quantity,
    if(quantity is null, 'missing', null) as quantity_sign,
    unit,
    label_of('unit', unit) as unit_label,
    note,
    status,
    programme_origin.*,
    line,
from programme_resource
inner join programme_origin using (source_id, release_id)
where
    (status <> 'sample' or $with_sample)
    and works_in(programme_id, $province_codes)
order by programme_name, programme_id, resource, as_of_text, source_id;
