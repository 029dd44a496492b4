-- What was registered or published about which programme, after one day and up to another?
select
    coalesce(programme_name_of(programme_id), programme_id) as programme_name,
    string_agg(distinct lower(table_label), ', ' order by lower(table_label)) as what_label,
    count(*) filter (kind = 'added') as facts_added,
    count(*) filter (kind = 'revised') as facts_revised,
    count(*) filter (kind = 'withdrawn') as facts_withdrawn,
    coalesce(
        string_agg(
            format(
                '{}: {} → {}',
                subject,
                coalesce(old_text, cast(cast(old_figure as bigint) as text), 'geen aantal'),
                coalesce(new_text, cast(cast(new_figure as bigint) as text), 'geen aantal')
            ), '; '
            order by subject
        ) filter (kind = 'revised'),
        if(moment = 0, 'eerste levering', null)
    ) as changes_label,
    known_on,
    max(status) as status,
    programme_id,
    max(release_id) as release_id,
from revision
where
    programme_id is not null
    and is_since(known_on, $since_day, $until_day)
    and (status <> 'sample' or $with_sample)
group by programme_id, moment, known_on
order by known_on desc, programme_name;
