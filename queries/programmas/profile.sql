-- What is this programme?
select
    programme.name as programme_name,
    aim,
    note,
    region_names_of(programme_id) as region_names,
    string_agg(distinct label_of('region_kind', region.kind), ', ') as region_kind_label,
    string_agg(distinct region.kind, ', ') as region_kind,
    label_of('programme_kind', programme.kind) as kind_label,
    label_of('scope', scope) as scope_label,
    state,
    label_of('state', state) as state_label,
    starts_on_text,
    starts_on_precision,
    ends_on_text,
    ends_on_precision,
    label_of('action_line', action_line) as action_line_label,
    techniekpact_goal,
    programme_id,
    programme.status,
    release_id,
    line,
from programme
inner join programme_region using (programme_id)
inner join region_today as region using (region_code)
where programme_id = $programme_id and (programme.status <> 'sample' or $with_sample)
group by all;
