-- From which publications come the facts about the programmes?
select
    source.publisher,
    source.title,
    source.published_on,
    source.retrieved_on,
    string_agg(programme.name, ', ' order by programme.name) as programme_names,
    source.url,
    source.source_id,
from source
inner join programme_source using (source_id)
inner join programme using (programme_id)
where source.kind = 'publication'
group by all
order by source.publisher, source.title;
