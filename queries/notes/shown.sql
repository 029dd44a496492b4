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
        region_code as about_code,
    from asked
    union
    select
        region_code,
        'NL01' as about_code,
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
        starts_on,
        ends_on,
        starts_on_text,
        ends_on_text,
        unnest(region_codes) as about_code,
        text,
        author,
        programme_id,
        source_title,
        publisher,
        urls,
        published_on,
        status,
    from note
    where
        (occupation_code is null or occupation_code in (select occupation_code from occupation_asked))
        and (status <> 'sample' or $with_sample)
),

publication as (
    select
        programme_source.programme_id,
        string_agg(distinct source.publisher, ', ' order by source.publisher) as publisher,
        list(distinct source.url order by source.url) filter (source.url is not null) as urls,
    from programme_source
    inner join source using (source_id)
    where programme_source.status <> 'sample' or $with_sample
    group by programme_source.programme_id
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
        moment.kind,
        moment.starts_on,
        if(moment.last_on > moment.starts_on, moment.last_on, null) as ends_on,
        moment.starts_on_text,
        programme_region.region_code as about_code,
        moment.text,
        publication.publisher as author,
        moment.programme_id,
        'over dit programma' as source_title,
        publication.publisher,
        publication.urls,
        moment.status,
    from moment
    inner join programme_region using (programme_id)
    left join publication using (programme_id)
    where moment.starts_on is not null
),

here as (
    select
        found.* exclude (about_code),
        list(distinct covered.region_code order by covered.region_code) as shown_for,
        string_agg(distinct region.name, ', ' order by region.name) as region_names,
    from found
    inner join covered using (about_code)
    inner join region_today as region on region.region_code = found.about_code
    where
        found.starts_on <= cast($last_day as date)
        and coalesce(found.ends_on, found.starts_on) >= cast($first_day as date)
    group by all
)

select
    row_number() over (order by here.starts_on, here.kind, here.text) as note_number,
    here.region_names,
    here.starts_on_text,
    here.ends_on_text,
    here.text as note_text,
    here.author,
    programme.name as programme_name,
    here.source_title,
    here.publisher,
    here.urls,
    here.published_on,
    here.kind,
    here.starts_on,
    here.ends_on,
    here.shown_for,
    (
        select list(period.period)
        from period
        where
            period.starts_on <= coalesce(here.ends_on, here.starts_on)
            and period.ends_on >= here.starts_on
    ) as periods,
    here.status,
from here
left join programme on programme.programme_id = here.programme_id
order by note_number;
