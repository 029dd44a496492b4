-- Which files were loaded, from whom, about which periods, and how fresh are they?
select
    source.title as source_title,
    source.about,
    release.title,
    status.label as status_label,
    release.table_id,
    release.publisher,
    release.licence,
    regexp_replace(
        regexp_replace(
            regexp_replace(
                replace(release.period, '00-', '00 t/m '), '(KW\d\d)-', '\1 t/m ', 'g'
            ),
            '(\d{4})KW0(\d)', '\2e kwartaal \1', 'g'
        ),
        '(\d{4})(JJ|SJ)00', '\1', 'g'
    ) as period_label,
    release.modified_on,
    release.retrieved_on,
    release.row_count,
    if(release.status = 'sample', 'verzonnen voor deze monitor', copy.label) as copy_label,
    release.note,
    release.url,
    release.source_id,
    release.release_id,
    release.period as about_period,
    release.sha256,
    release.status,
from release
inner join source using (source_id)
inner join code_label as copy on copy.list = 'copy' and copy.code = release."copy"
inner join code_label as status on status.list = 'status' and status.code = release.status
order by source.title, release.release_id;
