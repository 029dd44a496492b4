-- Which programmes are there, where, when, with what aim and in what state?
with placed as (
    select
        programme_id,
        string_agg(region_code, ', ' order by region_code) as region_codes,
    from programme_region
    group by programme_id
),

told as (
    select
        programme_id,
        string_agg(distinct publisher, ', ' order by publisher) as publisher,
    from programme_source
    inner join source using (source_id)
    group by programme_id
)

select
    programme_id,
    name as programme_name,
    region_codes,
    region_names_of(programme_id) as region_names,
    kind,
    label_of('programme_kind', kind) as kind_label,
    scope,
    label_of('scope', scope) as scope_label,
    state,
    label_of('state', state) as state_label,
    aim,
    note,
    starts_on_text,
    starts_on_precision,
    starts_on_first as starts_first_on,
    starts_on_last as starts_last_on,
    ends_on_text,
    ends_on_precision,
    ends_on_first as ends_first_on,
    ends_on_last as ends_last_on,
    action_line,
    label_of('action_line', action_line) as action_line_label,
    techniekpact_goal,
    status,
    coalesce(publisher, source) as source,
    retrieved_on,
    modified_on,
    release_id,
    line,
from programme
left join placed using (programme_id)
left join told using (programme_id)
left join release_origin using (release_id)
where
    (status <> 'sample' or $with_sample)
    and works_in(programme_id, $province_codes)
order by programme_name, programme_id;
