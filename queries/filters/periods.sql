-- In which periods up to a quarter does a region of this kind have a figure, newest first?
-- After those, the quarters in which a total of groups lacks some of them.
with listed as (
    select
        period,
        real_regions,
        true as has_figure,
    from region_period
    where
        measure = $measure
        and breakdown = $breakdown
        and kind = $kind
        and (real_regions > 0 or $with_sample)
    union all by name
    select distinct
        quarter as period,
        0 as real_regions,
        false as has_figure,
    from field_tension
    inner join region_today using (region_code)
    where
        kind = $kind
        and $measure = 'tension'
        and technical_field = $breakdown
        and groups < expected_groups
        and (status <> 'sample' or $with_sample)
)

select
    period,
    label as period_label,
    kind as period_kind,
    max(real_regions) as real_regions,
from listed
inner join period using (period)
where ends_on <= end_of($until)
group by period, label, kind, ends_on
order by bool_or(has_figure) desc, ends_on desc, kind;
