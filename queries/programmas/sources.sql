-- Which sources speak about this programme: publications, or the programme itself?
select
    source.publisher,
    source.title,
    source.published_on,
    source.retrieved_on,
    source.url,
    source.kind = 'registration' as is_registration,
    source.source_id,
    programme_source.programme_id,
    programme_source.status,
from programme_source
inner join source using (source_id)
where
    programme_source.programme_id = $programme_id
    and (programme_source.status <> 'sample' or $with_sample)
order by source.publisher, source.title;
