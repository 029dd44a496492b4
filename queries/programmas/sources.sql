-- Which sources speak about this programme: publications, or the programme itself?
select
    publisher,
    title,
    published_on,
    retrieved_on,
    url,
    kind = 'registration' as is_registration,
    source_id,
    programme_id,
    status,
from programme_source
inner join source using (source_id)
where programme_id = $programme_id and (status <> 'sample' or $with_sample)
order by publisher, title;
