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
        field_tension.quarter as period,
        0 as real_regions,
        false as has_figure,
    from field_tension
    inner join region_today as region on region.region_code = field_tension.region_code
        and region.kind = $kind
    where
        $measure = 'tension'
        and field_tension.technical_field = $breakdown
        and field_tension.groups < field_tension.expected_groups
        and (field_tension.status <> 'sample' or $with_sample)
)

select
    period.period,
    period.label as period_label,
    period.kind as period_kind,
    max(listed.real_regions) as real_regions,
from listed
inner join period using (period)
where
    period.ends_on <= end_of($until)
group by period.period, period.label, period.kind, period.ends_on
order by bool_or(listed.has_figure) desc, period.ends_on desc, period.kind;
