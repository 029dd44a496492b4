-- Which programmes work or worked in these provinces, when, and with what aim?
-- A programme of an arbeidsmarktregio counts for each province that region lies in.
select
    programme_id,
    programme.name as programme_name,
    string_agg(distinct region_name_of(programme_region_code), ', ') as region_names,
    state,
    label_of('state', state) as state_label,
    label_of('programme_kind', kind) as kind_label,
    label_of('scope', scope) as scope_label,
    aim,
    note,
    starts_on_text,
    starts_on_precision,
    starts_on_first,
    starts_on_last,
    ends_on_text,
    ends_on_precision,
    ends_on_first,
    ends_on_last,
    programme.status,
    release_id,
    line,
from programme_province as here
inner join programme using (programme_id)
where
    (here.status <> 'sample' or $with_sample)
    and (
        region_code in (select unnest($region_codes))
        or programme_region_code in (select unnest($region_codes))
        or programme_region_code = 'NL01'
    )
group by all
order by programme.status, starts_on_first nulls first, programme.name;
