-- From which files do these figures come?
select
    release_id,
    publisher,
    title,
    table_id,
    licence,
    period,
    modified_on,
    retrieved_on,
    if(status = 'sample', 'verzonnen voor deze monitor', label_of('copy', "copy")) as copy_label,
    "copy",
    note,
    url,
    status,
from release
where release_id in (select unnest($release_ids))
order by release_id;
