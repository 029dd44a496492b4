-- Which programmes are there, where, when and in what state?
select
    programme.name as programme_name,
    string_agg(region.name, ', ' order by region.name) as region_names,
    label_of('programme_kind', programme.kind) as kind_label,
    label_of('scope', programme.scope) as scope_label,
    programme.starts_on_text,
    programme.starts_on_precision,
    programme.ends_on_text,
    programme.ends_on_precision,
    label_of('state', programme.state) as state_label,
    programme.programme_id,
    programme.status,
    programme.release_id,
    programme.line,
from programme
inner join programme_region using (programme_id)
inner join region_today as region on region.region_code = programme_region.region_code
where (programme.status <> 'sample' or $with_sample)
group by all
order by
    programme.status,
    any_value(coalesce(programme.starts_on_first, programme.ends_on_first)),
    programme.name;
