-- Of which programme does a source say that people moved to this occupation title, and how?
-- One row per publication about the programme; clause is the part of its note that names the title.
with told as (
    select
        *,
        list_filter(string_split(note, '; '), lambda clause: contains(clause, $title))[1]
            as clause,
    from programme
    where status <> 'sample' or $with_sample
)

select
    name as programme_name,
    region_names_of(programme_id) as region_names,
    clause as note,
    publisher,
    programme_id,
    told.status,
    source_id,
    release_id,
    line,
from told
inner join programme_source using (programme_id)
inner join source using (source_id)
where clause is not null
order by name, publisher;
