-- From which publications, or from which programmes themselves, come the facts about programmes?
select
    source.publisher,
    source.title,
    source.published_on,
    source.retrieved_on,
    string_agg(programme.name, ', ' order by programme.name) as programme_names,
    source.url,
    source.source_id,
    programme_source.status,
from source
inner join programme_source using (source_id)
inner join programme using (programme_id)
where
    source.kind in ('publication', 'registration')
    and (programme_source.status <> 'sample' or $with_sample)
group by all
order by programme_source.status, source.publisher, source.title, source.source_id;
