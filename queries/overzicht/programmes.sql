-- Which programmes work or worked in these provinces, when, and with what aim?
-- A programme of an arbeidsmarktregio counts for each province that region lies in.
select
    programme.programme_id,
    programme.name as programme_name,
    string_agg(distinct region.name, ', ') as region_names,
    programme.state,
    label_of('state', programme.state) as state_label,
    label_of('programme_kind', programme.kind) as kind_label,
    label_of('scope', programme.scope) as scope_label,
    programme.aim,
    programme.note,
    programme.starts_on_text,
    programme.starts_on_precision,
    programme.starts_on_first,
    programme.starts_on_last,
    programme.ends_on_text,
    programme.ends_on_precision,
    programme.ends_on_first,
    programme.ends_on_last,
    programme.status,
    programme.release_id,
    programme.line,
from programme_province as here
inner join programme using (programme_id)
inner join region_today as region on region.region_code = here.programme_region_code
where
    (here.status <> 'sample' or $with_sample)
    and (
        here.region_code in (select unnest($region_codes))
        or here.programme_region_code in (select unnest($region_codes))
        or here.programme_region_code = 'NL01'
    )
group by all
order by programme.status, programme.starts_on_first nulls first, programme.name;
