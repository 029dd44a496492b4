-- What is this programme?
select
    programme.name as programme_name,
    programme.aim,
    programme.note,
    string_agg(region.name, ', ' order by region.name) as region_names,
    string_agg(distinct region_kind.label, ', ') as region_kind_label,
    string_agg(distinct region.kind, ', ') as region_kind,
    kind.label as kind_label,
    scope.label as scope_label,
    programme.state,
    state.label as state_label,
    programme.starts_on_text,
    programme.starts_on_precision,
    programme.ends_on_text,
    programme.ends_on_precision,
    action_line.label as action_line_label,
    programme.techniekpact_goal,
    programme.programme_id,
    programme.status,
    programme.release_id,
    programme.line,
from programme
inner join programme_region using (programme_id)
inner join region
    on region.region_code = programme_region.region_code and region.valid_to_year = 9999
inner join code_label as region_kind
    on region_kind.list = 'region_kind' and region_kind.code = region.kind
inner join code_label as kind on kind.list = 'programme_kind' and kind.code = programme.kind
inner join code_label as scope on scope.list = 'scope' and scope.code = programme.scope
inner join code_label as state on state.list = 'state' and state.code = programme.state
left join code_label as action_line
    on action_line.list = 'action_line' and action_line.code = programme.action_line
where
    programme.programme_id = $programme_id
    and (programme.status <> 'sample' or $with_sample)
group by all;
