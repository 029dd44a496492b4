-- What did each programme deploy, according to which source?
select
    programme_resource.programme_id,
    programme.name as programme_name,
    programme_resource.resource,
    label_of('resource', programme_resource.resource) as resource_label,
    programme_resource.as_of_text,
    programme_resource.as_of_precision,
    programme_resource.quantity,
    if(programme_resource.quantity is null, 'missing', null) as quantity_sign,
    programme_resource.unit,
    label_of('unit', programme_resource.unit) as unit_label,
    programme_resource.note,
    programme_resource.status,
    concat_ws(', ', source.publisher, source.title) as source,
    source.published_on,
    source.url,
    coalesce(source.retrieved_on, release.retrieved_on) as retrieved_on,
    release.modified_on,
    programme_resource.source_id,
    programme_resource.release_id,
    programme_resource.line,
from programme_resource
inner join programme on programme.programme_id = programme_resource.programme_id
inner join source on source.source_id = programme_resource.source_id
left join release on release.release_id = programme_resource.release_id
where
    (programme_resource.status <> 'sample' or $with_sample)
    and works_in(programme_resource.programme_id, $province_codes)
order by
    programme.name,
    programme_resource.programme_id,
    programme_resource.resource,
    programme_resource.as_of_text,
    programme_resource.source_id;
