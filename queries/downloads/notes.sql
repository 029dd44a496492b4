-- What happened, when and where, that explains a figure?
-- A note about a region counts for each province that it shares a municipality with.
with placed as (
    select
        note.line,
        unnest(note.region_codes) as region_code,
    from note
),

named as (
    select
        placed.line,
        string_agg(region.name, ', ' order by region.name) as region_names,
        bool_or(
            placed.region_code in (
                select region_province.region_code
                from region_province
                where region_province.province_code in (select unnest($province_codes))
            )
        ) as is_within,
    from placed
    inner join region_today as region on region.region_code = placed.region_code
    group by placed.line
)

select
    note.starts_on_text,
    note.ends_on_text,
    note.starts_on,
    note.ends_on,
    array_to_string(note.region_codes, ', ') as region_codes,
    named.region_names,
    note.occupation_code,
    coalesce(uwv_group.label, technical_field.label) as occupation_label,
    note.programme_id,
    programme.name as programme_name,
    note.text as note_text,
    note.author,
    concat_ws(', ', note.publisher, note.source_title) as source,
    note.published_on,
    array_to_string(note.urls, ' ') as urls,
    note.status,
    note.line,
from note
left join named on named.line = note.line
left join uwv_group on uwv_group.uwv_group_code = note.occupation_code
left join technical_field on technical_field.technical_field = note.occupation_code
left join programme on programme.programme_id = note.programme_id
where
    (note.status <> 'sample' or $with_sample)
    and (len($province_codes) = 0 or named.is_within)
order by
    note.starts_on,
    note.line;
