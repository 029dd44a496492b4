-- Which notes and programmes explain a series of these regions, between two days, oldest first?
-- A note about a region counts for each region that shares a municipality with it; one about
-- Nederland, everywhere.
with asked as (
    select unnest($region_codes) as region_code
),

placed as (
    select
        municipality_code,
        unnest([arbeidsmarktregio_code, corop_code, provincie_code]) as region_code,
    from region_link
    where year = (select max(year) from region_link)
),

covered as (
    select
        region_code,
        unnest([region_code, 'NL01']) as about_code,
    from asked
    union
    select
        asked.region_code,
        other.region_code as about_code,
    from asked
    inner join placed as here on here.region_code = asked.region_code
    inner join placed as other on other.municipality_code = here.municipality_code
),

occupation_asked as (
    select unnest($occupation_codes) as occupation_code
    union
    select technical_field as occupation_code
    from uwv_group_field
    where uwv_group_code in (select unnest($occupation_codes))
),

told as (
    select
        'note' as kind,
        unnest(region_codes) as about_code,
        * exclude (line, region_codes, occupation_code),
    from note
    where
        (occupation_code is null or occupation_code in (select occupation_code from occupation_asked))
        and (status <> 'sample' or $with_sample)
),

publication as (
    select
        programme_id,
        string_agg(distinct publisher, ', ' order by publisher) as publisher,
        list(distinct url order by url) filter (url is not null) as urls,
    from programme_source
    inner join source using (source_id)
    where status <> 'sample' or $with_sample
    group by programme_id
),

moment as (
    select
        programme_id,
        unnest(['programme_start', 'programme_end']) as kind,
        unnest([starts_on_first, ends_on_first]) as starts_on,
        unnest([starts_on_last, ends_on_last]) as last_on,
        unnest([starts_on_text, ends_on_text]) as starts_on_text,
        unnest(['Start van ', 'Einde van ']) || name as text,
        status,
    from programme
    where $with_programmes and (status <> 'sample' or $with_sample)
),

found as (
    select * from told
    union all by name
    select
        moment.* exclude (last_on),
        if(last_on > starts_on, last_on, null) as ends_on,
        region_code as about_code,
        publisher as author,
        'over dit programma' as source_title,
        publisher,
        urls,
    from moment
    inner join programme_region using (programme_id)
    left join publication using (programme_id)
    where starts_on is not null
),

here as (
    select
        found.* exclude (about_code),
        list(distinct covered.region_code order by covered.region_code) as shown_for,
        string_agg(distinct region.name, ', ' order by region.name) as region_names,
    from found
    inner join covered using (about_code)
    inner join region_today as region on region.region_code = about_code
    where
        starts_on <= cast($last_day as date)
        and coalesce(ends_on, starts_on) >= cast($first_day as date)
    group by all
)

select
    row_number() over (order by starts_on, kind, text) as note_number,
    region_names,
    starts_on_text,
    ends_on_text,
    text as note_text,
    author,
    programme_name_of(programme_id) as programme_name,
    source_title,
    publisher,
    urls,
    published_on,
    kind,
    starts_on,
    ends_on,
    shown_for,
    (
        select list(period.period)
        from period
        where
            period.starts_on <= coalesce(here.ends_on, here.starts_on)
            and period.ends_on >= here.starts_on
    ) as periods,
    status,
from here
order by note_number;
