-- What is this programme?
select
    programme.name as programme_name,
    programme.aim,
    programme.note,
    string_agg(region.name, ', ' order by region.name) as region_names,
    string_agg(distinct label_of('region_kind', region.kind), ', ') as region_kind_label,
    string_agg(distinct region.kind, ', ') as region_kind,
    label_of('programme_kind', programme.kind) as kind_label,
    label_of('scope', programme.scope) as scope_label,
    programme.state,
    label_of('state', programme.state) as state_label,
    programme.starts_on_text,
    programme.starts_on_precision,
    programme.ends_on_text,
    programme.ends_on_precision,
    label_of('action_line', programme.action_line) as action_line_label,
    programme.techniekpact_goal,
    programme.programme_id,
    programme.status,
    programme.release_id,
    programme.line,
from programme
inner join programme_region using (programme_id)
inner join region_today as region on region.region_code = programme_region.region_code
where
    programme.programme_id = $programme_id
    and (programme.status <> 'sample' or $with_sample)
group by all;
