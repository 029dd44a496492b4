-- What was registered or published about which programme, after one day and up to another?
with changed as (
    select
        *,
        coalesce(old_text, cast(cast(old_figure as bigint) as text), 'geen aantal') as old_label,
        coalesce(new_text, cast(cast(new_figure as bigint) as text), 'geen aantal') as new_label,
    from revision
    where
        programme_id is not null
        and known_on > cast($since_day as date)
        and known_on <= cast($until_day as date)
        and (status <> 'sample' or $with_sample)
)

select
    coalesce(programme.name, changed.programme_id) as programme_name,
    string_agg(distinct lower(changed.table_label), ', ' order by lower(changed.table_label))
        as what_label,
    count(*) filter (changed.kind = 'added') as facts_added,
    count(*) filter (changed.kind = 'revised') as facts_revised,
    count(*) filter (changed.kind = 'withdrawn') as facts_withdrawn,
    coalesce(
        string_agg(
            format('{}: {} → {}', changed.subject, changed.old_label, changed.new_label), '; '
            order by changed.subject
        ) filter (changed.kind = 'revised'),
        if(changed.moment = 0, 'eerste levering', null)
    ) as changes_label,
    changed.known_on,
    max(changed.status) as status,
    changed.programme_id,
    max(changed.release_id) as release_id,
from changed
left join programme using (programme_id)
group by changed.programme_id, programme.name, changed.moment, changed.known_on
order by changed.known_on desc, programme_name;
