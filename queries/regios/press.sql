-- Which figures of UWV, or of SBB, did pages quote about these provinces, the labour market regions within
-- them and, last, the whole country, about periods up to a quarter, newest first?
-- A figure about several regions together keeps their names; it says nothing about one of them.
with here as (
    select unnest($region_codes) as region_code
    union
    select arbeidsmarktregio_code as region_code
    from region_part_today
    where provincie_code in (select unnest($region_codes))
    union
    select 'NL01' as region_code
)

select
    quoted.* exclude (quoted_from, starts_on, ends_on),
from quoted_figure as quoted
where
    quoted_from = $source_id
    and list_has_any(region_codes, (select list(region_code) from here))
    and ends_on <= end_of($until)
order by region_codes = ['NL01'], ends_on desc, starts_on desc, region_text, indicator_label;
