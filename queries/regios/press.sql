-- Which figures of UWV did the press quote about these provinces, the labour market regions within
-- them and the whole country, about periods up to a quarter, newest first?
-- A figure about several regions together keeps their names; it says nothing about one of them.
with here as (
    select unnest($region_codes) as region_code
    union
    select arbeidsmarktregio_code as region_code
    from region_part_today
    where provincie_code in (select unnest($region_codes))
    union
    select 'NL01' as region_code
),

quote as (
    select
        *,
        case
            when length(period_text) = 4 then period_text || 'JJ00'
            when period_text like '%-%' then replace(period_text, '-', 'MM')
            else period_text
        end as period_code,
    from uwv_press
    where list_has_any(region_codes, (select list(region_code) from here))
)

select
    period.label as period_label,
    regexp_replace(quote.region_text, ' *[+] *', ' + ', 'g') as region_text,
    quote.indicator as indicator_label,
    quote.value as quoted_number,
    label_of('unit', quote.unit) || if(quote.is_rounded, ' (afgerond in de bron)', '') as unit_label,
    quote.url,
    quote.status,
    period.period as period_code,
    quote.region_codes,
    quote.release_id,
    quote.line,
from quote
inner join period on period.period = quote.period_code
where period.ends_on <= end_of($until)
order by period.ends_on desc, period.starts_on desc, quote.region_text, quote.indicator;
