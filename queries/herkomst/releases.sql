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
    if(release.status = 'sample', 'verzonnen voor deze monitor', copy.label) as copy_label,
    release."copy",
    release.note,
    release.url,
    release.status,
from release
inner join code_label as copy on copy.list = 'copy' and copy.code = release."copy"
where release.release_id in (select unnest($release_ids))
order by release.release_id;
