-- Which publications speak about this programme?
select
    source.publisher,
    source.title,
    source.published_on,
    source.retrieved_on,
    source.url,
    source.source_id,
    programme_source.programme_id,
from programme_source
inner join source using (source_id)
where programme_source.programme_id = $programme_id
order by source.publisher, source.title;
