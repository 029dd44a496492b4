-- From which publications do these figures come?
select
    source_id,
    publisher,
    title,
    published_on,
    retrieved_on,
    url,
    kind = 'registration' as is_registration,
from source
where source_id in (select unnest($source_ids))
order by publisher, title;
