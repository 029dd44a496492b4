-- Notes of data/reference/note.csv; made after all sources, as they name regions and programmes.
delete from note;

create temp table told_note as
select
    rowid + 2 as line,
    coalesce(starts_on, '') as starts_on,
    coalesce(ends_on, '') as ends_on,
    list_transform(string_split(coalesce(region_codes, ''), ';'), lambda code: trim(code))
        as region_codes,
    coalesce(occupation_code, '') as occupation_code,
    coalesce(programme_id, '') as programme_id,
    trim(coalesce(text, '')) as text,
    trim(coalesce(author, '')) as author,
    trim(coalesce(source, '')) as source,
    trim(coalesce(publisher, '')) as publisher,
    trim(coalesce(url, '')) as url,
    coalesce(published_on, '') as published_on,
    list_filter(string_split(coalesce(also_url, ''), ' '), lambda also: also <> '') as also_urls,
from raw.note;

-- One row per value that must be a date, or may be empty.
create temp table told_date as
select line, 'starts_on' as column_name, starts_on as value, true as is_needed from told_note
union all by name
select line, 'ends_on' as column_name, ends_on as value, false as is_needed from told_note
union all by name
select line, 'published_on' as column_name, published_on as value, false as is_needed
from told_note;

insert into rejected_row by name
with expected as (
    select
        line,
        column_name,
        value,
        'a date such as 2020-03-15, 2020-03 or 2020 was expected' as reason,
    from told_date
    where
        (is_needed or value <> '')
        and (precision_of(value) = 'unknown' or is_bad_date(value, precision_of(value)))
    union all by name
    select
        line,
        'ends_on' as column_name,
        ends_on as value,
        format('the end comes before the start, {}', starts_on) as reason,
    from told_note
    where
        ends_on <> ''
        and not is_bad_date(starts_on, precision_of(starts_on))
        and not is_bad_date(ends_on, precision_of(ends_on))
        and last_day_of(ends_on, precision_of(ends_on))
            < first_day(starts_on, precision_of(starts_on))
    union all by name
    select
        line,
        'region_codes' as column_name,
        code as value,
        'the region is unknown; codes of regions such as NL01, PV25 or AM05, separated by ;, '
        || 'were expected' as reason,
    from (select line, unnest(region_codes) as code from told_note) as named
    where code not in (select region_code from region where valid_to_year = 9999)
    union all by name
    select
        line,
        'occupation_code' as column_name,
        occupation_code as value,
        'the occupation is unknown; a code of data/reference/uwv_group.csv or '
        || 'technical_field.csv, or nothing, was expected' as reason,
    from told_note
    where
        occupation_code not in (
            select uwv_group_code from uwv_group
            union all
            select technical_field from technical_field
            union all
            select ''
            union all
            select code from code_label where list = 'occupation_set'
        )
    union all by name
    select
        line,
        'programme_id' as column_name,
        programme_id as value,
        'the programme is unknown; an id of python -m etl programme list, or nothing, was expected'
            as reason,
    from told_note
    where programme_id <> '' and programme_id not in (select programme.programme_id from programme)
    union all by name
    select
        line,
        column_name,
        value,
        'nothing stands here; a text was expected' as reason,
    from (unpivot told_note on text, author, source, publisher into name column_name value value)
    where value = ''
    union all by name
    select
        line,
        if(url = address, 'url', 'also_url') as column_name,
        address as value,
        'the address of the source was expected, beginning with http' as reason,
    from (select line, url, unnest(list_prepend(url, also_urls)) as address from told_note) as named
    where not regexp_matches(address, '^https?://[^ ]+$')
)

select
    'data/reference/note.csv' as file,
    line,
    column_name,
    value,
    reason,
from expected;

insert into note by name
select
    line,
    starts_on as starts_on_text,
    nullif(ends_on, '') as ends_on_text,
    first_day(starts_on, precision_of(starts_on)) as starts_on,
    last_day_of(
        coalesce(nullif(ends_on, ''), if(precision_of(starts_on) = 'day', null, starts_on)),
        precision_of(coalesce(nullif(ends_on, ''), starts_on))
    ) as ends_on,
    region_codes,
    nullif(occupation_code, '') as occupation_code,
    nullif(programme_id, '') as programme_id,
    text,
    author,
    source as source_title,
    publisher,
    list_prepend(url, also_urls) as urls,
    nullif(published_on, '') as published_on,
    'published' as status,
from told_note;

drop table told_note;
drop table told_date;
