-- Which programmes are there, where, when, with what aim and in what state?
with placed as (
    select
        programme_region.programme_id,
        string_agg(programme_region.region_code, ', ' order by programme_region.region_code)
            as region_codes,
        string_agg(region.name, ', ' order by region.name) as region_names,
    from programme_region
    inner join region
        on region.region_code = programme_region.region_code and region.valid_to_year = 9999
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
    kind.label as kind_label,
    programme.scope,
    scope.label as scope_label,
    programme.state,
    state.label as state_label,
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
    action_line.label as action_line_label,
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
inner join code_label as kind
    on kind.list = 'programme_kind' and kind.code = programme.kind
inner join code_label as scope on scope.list = 'scope' and scope.code = programme.scope
inner join code_label as state on state.list = 'state' and state.code = programme.state
left join code_label as action_line
    on action_line.list = 'action_line' and action_line.code = programme.action_line
left join release on release.release_id = programme.release_id
where
    (programme.status <> 'sample' or $with_sample)
    and works_in(programme.programme_id, $province_codes)
order by
    programme.name,
    programme.programme_id;
