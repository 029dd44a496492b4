-- Which programmes are there, where, when and in what state?
select
    name as programme_name,
    region_names_of(programme_id) as region_names,
    label_of('programme_kind', kind) as kind_label,
    label_of('scope', scope) as scope_label,
    starts_on_text,
    starts_on_precision,
    ends_on_text,
    ends_on_precision,
    label_of('state', state) as state_label,
    programme_id,
    status,
    release_id,
    line,
from programme
where status <> 'sample' or $with_sample
order by status, coalesce(starts_on_first, ends_on_first), name;
