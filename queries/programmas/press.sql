-- Which figures of UWV did the press quote about the regions of a programme, or the labour market
-- regions within them, in the time that it ran, newest first? A fictitious programme has none beside it.
with place as (
    select
        list_concat(list(programme_region.region_code), list(arbeidsmarktregio_code))
            as region_codes,
        any_value(programme.starts_on_first) as began_on,
        any_value(programme.ends_on_last) as ended_on,
    from programme
    inner join programme_region using (programme_id)
    left join region_part_today on provincie_code = programme_region.region_code
    where programme_id = $programme_id and programme.status <> 'sample'
)

select
    quoted.* exclude (quoted_from, starts_on, ends_on),
from quoted_figure as quoted
inner join place
    on list_has_any(quoted.region_codes, place.region_codes)
    and (place.ended_on is null or quoted.starts_on <= place.ended_on)
    and quoted.ends_on >= place.began_on
where quoted_from = 'uwv_press'
order by quoted.ends_on desc, quoted.starts_on desc, region_text, indicator_label;
