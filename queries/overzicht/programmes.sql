-- Which programmes work or worked in these provinces, when, and with what aim?
-- A programme of an arbeidsmarktregio counts for each province that region lies in.
with newest_part as (
    select
        arbeidsmarktregio_code,
        provincie_code,
    from region_part
    where year = (select max(year) from region_part)
),

here as (
    select distinct
        programme_region.programme_id,
        programme_region.region_code,
    from programme_region
    left join newest_part
        on newest_part.arbeidsmarktregio_code = programme_region.region_code
    where
        (programme_region.status <> 'sample' or $with_sample)
        and (
            programme_region.region_code in (select unnest($region_codes))
            or newest_part.provincie_code in (select unnest($region_codes))
            or programme_region.region_code = 'NL01'
        )
)

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
from here
inner join programme using (programme_id)
inner join region
    on region.region_code = here.region_code
    and region.valid_to_year = 9999
group by all
order by programme.status, programme.starts_on_first nulls first, programme.name;
