-- Which files were loaded, from whom, about which periods, and how fresh are they?
with named as (
    select
        release_id,
        if(
            contains(release.period, '-'),
            string_agg(label, ' t/m ' order by starts_on),
            string_agg(label, ', ' order by starts_on)
        ) as period_label,
    from release
    inner join period
        on list_contains(
            regexp_extract_all(release.period, '\d{4}(?:KW|JJ|SJ)\d\d'), period.period
        )
    group by release_id, release.period
)

select
    source.title as source_title,
    source.about,
    release.title,
    label_of('status', status) as status_label,
    table_id,
    release.publisher,
    release.licence,
    coalesce(period_label, period) as period_label,
    modified_on,
    release.retrieved_on,
    row_count,
    if(status = 'sample', 'verzonnen voor deze monitor', label_of('copy', "copy")) as copy_label,
    note,
    release.url,
    "copy",
    source_id,
    release_id,
    period as about_period,
    sha256,
    status,
from release
inner join source using (source_id)
left join named using (release_id)
order by source.title, release_id;
