-- Which files were loaded, from whom, about which periods, and how fresh are they?
with named as (
    select
        release.release_id,
        if(
            contains(release.period, '-'),
            string_agg(period.label, ' t/m ' order by period.starts_on),
            string_agg(period.label, ', ' order by period.starts_on)
        ) as label,
    from release
    inner join period
        on list_contains(
            regexp_extract_all(release.period, '\d{4}(?:KW|JJ|SJ)\d\d'), period.period
        )
    group by release.release_id, release.period
)

select
    source.title as source_title,
    source.about,
    release.title,
    label_of('status', release.status) as status_label,
    release.table_id,
    release.publisher,
    release.licence,
    coalesce(named.label, release.period) as period_label,
    release.modified_on,
    release.retrieved_on,
    release.row_count,
    if(release.status = 'sample', 'verzonnen voor deze monitor', label_of('copy', release."copy")) as copy_label,
    release.note,
    release.url,
    release.source_id,
    release.release_id,
    release.period as about_period,
    release.sha256,
    release.status,
from release
inner join source using (source_id)
left join named using (release_id)
order by source.title, release.release_id;
