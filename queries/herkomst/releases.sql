-- From which files do these figures come?
select
    release.release_id,
    release.publisher,
    release.title,
    release.table_id,
    release.licence,
    release.period,
    release.modified_on,
    release.retrieved_on,
    if(release.status = 'sample', 'verzonnen voor deze monitor', label_of('copy', release."copy")) as copy_label,
    release."copy",
    release.note,
    release.url,
    release.status,
from release
where release.release_id in (select unnest($release_ids))
order by release.release_id;
