-- Which programmes are there, where, when, with what aim and in what state?
with placed as (
    select
        programme_region.programme_id,
        string_agg(programme_region.region_code, ', ' order by programme_region.region_code)
            as region_codes,
        string_agg(region.name, ', ' order by region.name) as region_names,
    from programme_region
    inner join region_today as region on region.region_code = programme_region.region_code
    where programme_region.status <> 'sample' or $with_sample
    group by programme_region.programme_id
),

told as (
    select
        programme_source.programme_id,
        string_agg(distinct source.publisher, ', ' order by source.publisher) as publisher,
    from programme_source
    inner join source using (source_id)
    where programme_source.status <> 'sample' or $with_sample
    group by programme_source.programme_id
)

select
    programme.programme_id,
    programme.name as programme_name,
    placed.region_codes,
    placed.region_names,
    programme.kind,
    label_of('programme_kind', programme.kind) as kind_label,
    programme.scope,
    label_of('scope', programme.scope) as scope_label,
    programme.state,
    label_of('state', programme.state) as state_label,
    programme.aim,
    programme.note,
    programme.starts_on_text,
    programme.starts_on_precision,
    programme.starts_on_first as starts_first_on,
    programme.starts_on_last as starts_last_on,
    programme.ends_on_text,
    programme.ends_on_precision,
    programme.ends_on_first as ends_first_on,
    programme.ends_on_last as ends_last_on,
    programme.action_line,
    label_of('action_line', programme.action_line) as action_line_label,
    programme.techniekpact_goal,
    programme.status,
    coalesce(told.publisher, release.publisher) as source,
    release.retrieved_on,
    release.modified_on,
    programme.release_id,
    programme.line,
from programme
left join placed on placed.programme_id = programme.programme_id
left join told on told.programme_id = programme.programme_id
left join release on release.release_id = programme.release_id
where
    (programme.status <> 'sample' or $with_sample)
    and works_in(programme.programme_id, $province_codes)
order by
    programme.name,
    programme.programme_id;
