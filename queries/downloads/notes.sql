-- What happened, when and where, that explains a figure?
-- A note about a region counts for each province that it shares a municipality with.
with placed as (
    select
        line,
        unnest(region_codes) as region_code,
    from note
),

named as (
    select
        line,
        string_agg(name, ', ' order by name) as region_names,
        bool_or(lies_in(region_code, $province_codes)) as is_within,
    from placed
    inner join region_today using (region_code)
    group by line
)

select
    starts_on_text,
    ends_on_text,
    starts_on,
    ends_on,
    array_to_string(region_codes, ', ') as region_codes,
    region_names,
    occupation_code,
    coalesce(uwv_group.label, technical_field.label) as occupation_label,
    programme_id,
    programme_name,
    text as note_text,
    author,
    concat_ws(', ', publisher, source_title) as source,
    published_on,
    array_to_string(urls, ' ') as urls,
    status,
    line,
from note
left join named using (line)
left join (select programme_id, name as programme_name from programme) using (programme_id)
left join uwv_group on uwv_group.uwv_group_code = occupation_code
left join technical_field on technical_field.technical_field = occupation_code
where
    (status <> 'sample' or $with_sample)
    and (len($province_codes) = 0 or is_within)
order by starts_on, line;
