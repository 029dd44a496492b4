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
)

select
    label as period_label,
    regexp_replace(region_text, ' *[+] *', ' + ', 'g') as region_text,
    indicator as indicator_label,
    value as quoted_number,
    label_of('unit', unit) || if(is_rounded, ' (afgerond in de bron)', '') as unit_label,
    url,
    status,
    period as period_code,
    region_codes,
    release_id,
    line,
from uwv_press as quote
inner join period
    on period = case
        when length(period_text) = 4 then period_text || 'JJ00'
        when period_text like '%-%' then replace(period_text, '-', 'MM')
        else period_text
    end
where
    list_has_any(region_codes, (select list(region_code) from here))
    and ends_on <= end_of($until)
order by ends_on desc, starts_on desc, quote.region_text, indicator;
