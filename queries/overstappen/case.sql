-- Of which programme does a source say that people moved to this occupation title, and how?
-- One row per publication about the programme; clause is the part of its note that names the title.
with told as (
    select
        programme_id,
        name,
        release_id,
        line,
        status,
        list_filter(string_split(note, '; '), lambda clause: contains(clause, $title))[1]
            as clause,
    from programme
    where (status <> 'sample' or $with_sample)
)

select
    told.name as programme_name,
    string_agg(region.name, ', ' order by region.name) as region_names,
    told.clause as note,
    source.publisher,
    told.programme_id,
    told.status,
    source.source_id,
    told.release_id,
    told.line,
from told
inner join programme_region using (programme_id)
inner join region_today as region on region.region_code = programme_region.region_code
inner join programme_source on programme_source.programme_id = told.programme_id
inner join source on source.source_id = programme_source.source_id
where told.clause is not null
group by all
order by told.name, source.publisher;
