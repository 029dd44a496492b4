-- What stands where? Per kind of figure and of region the newest period that is really known, for
-- how many regions; and what is published there but not loaded, or not published at all.
with known as (
    select table_label as subject, region.kind, region_code, period.label, period.ends_on
    from known_figure
    inner join region_today as region using (region_code)
    inner join period using (period)
    where programme_id is null and figure is not null and known_figure.status <> 'sample'
),

newest as (
    select *
    from known
    qualify ends_on = max(ends_on) over (partition by subject, kind)
),

loaded as (
    select
        subject,
        kind,
        max(label) as newest_period_label,
        count(distinct region_code) as known_regions,
    from newest
    group by subject, kind
    union all by name
    select
        measure.label as subject,
        region_period.kind,
        arg_max(period.label, (period.ends_on, period.period)) as newest_period_label,
        arg_max(real_regions, period.ends_on) as known_regions,
    from region_period
    inner join measure using (measure)
    inner join period using (period)
    where real_regions > 0 and measure.label not in (select subject from known)
    group by measure.label, region_period.kind
)

select
    subject,
    label_of('region_kind', kind) as kind_label,
    'echt' as state_label,
    newest_period_label,
    known_regions,
    (
        select count(*)
        from region_today as every_region
        where every_region.kind = loaded.kind
    ) as regions,
    null as why_label,
from loaded
union all by name
select
    measure.label as subject,
    label_of('region_kind', kind) as kind_label,
    if(is_published, 'nog niet ingelezen', 'niet gepubliceerd') as state_label,
    why as why_label,
from measure_level
inner join measure using (measure)
anti join (select * from region_period where real_regions > 0) as real using (measure, kind)
order by subject, state_label, kind_label;
