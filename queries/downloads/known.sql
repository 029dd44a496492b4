-- What is known about this area: per subject the newest real figure and where it is of, or why there
-- is none?
-- Where the area itself has no figure: the COROP area or arbeidsmarktregio of the same name, else
-- the provinces that it lies in, else the arbeidsmarktregio's there.
with asked as (
    select *
    from region_today
    where region_code in (select unnest($region_codes))
),

place as (
    select region_code, min(nearness) as nearness
    from (
        select region_code, 1 as nearness
        from asked
        union all
        select region_code, 2 as nearness
        from region_today
        where
            kind in ('arbeidsmarktregio', 'corop')
            and name in (select name from asked where kind in ('arbeidsmarktregio', 'corop'))
        union all
        select unnest($province_codes) as region_code, 3 as nearness
        union all
        select arbeidsmarktregio_code as region_code, 4 as nearness
        from region_part_today
        where provincie_code in (select unnest($province_codes))
    ) as candidate
    group by region_code
),

figure as (
    select measure, breakdown, region_code, period, release_id
    from region_figure
    inner join measure using (measure)
    where
        region_code in (select region_code from place)
        and status <> 'sample'
        and figure_low is not null
        and breakdown = coalesce(part, breakdown)
    union all
    select
        counted as measure,
        field_code as breakdown,
        region_code,
        school_year as period,
        release_id,
    from mbo_supply_cbs
    where
        region_code in (select unnest($province_codes))
        and field_code = '07'
        and persons is not null
        and status <> 'sample'
),

nearest as (
    select
        figure.*,
        place.nearness,
        period.label as period_label,
        period.ends_on,
    from figure
    inner join place using (region_code)
    inner join period using (period)
    qualify place.nearness = min(place.nearness) over (partition by figure.measure)
),

newest as (
    select
        measure,
        arg_max(breakdown, (ends_on, breakdown)) as breakdown,
        arg_max(period, (ends_on, breakdown)) as period,
        arg_max(period_label, (ends_on, breakdown)) as period_label,
        arg_max(release_id, (ends_on, breakdown)) as release_id,
    from nearest
    group by measure
),

found as (
    select
        newest.*,
        any_value(region.kind) as kind,
        list(distinct region.region_code order by region.region_code) as region_codes,
        string_agg(distinct region.name, ', ' order by region.name)
        || if(any_value(region.kind) = 'corop', ' (COROP)', '') as region_text,
    from newest
    inner join nearest using (measure, breakdown, period)
    inner join region_today as region using (region_code)
    group by all
),

-- Regions as near, whose newest figure is of an earlier period.
earlier as (
    select
        measure,
        string_agg(name || ' (' || period_label || ')', ', ' order by name) as region_text,
    from (
        select
            found.measure,
            region.name,
            arg_max(nearest.period_label, nearest.ends_on) as period_label,
        from found
        inner join nearest using (measure, breakdown)
        inner join region_today as region using (region_code)
        where not list_contains(found.region_codes, nearest.region_code)
        group by found.measure, region.name
    ) as behind
    group by measure
),

subject as (
    select
        pack_position as position,
        measure.measure,
        label as subject_label,
        subject as subject_text,
        how_to_load,
        min(why) filter (not is_published) as why_label,
    from measure
    left join measure_level
        on measure_level.measure = measure.measure and kind in (select kind from asked)
    where pack_position is not null
    group by all
    union all by name
    select
        101 as position,
        'students' as measure,
        'Studenten in het mbo, techniek' as subject_label,
        'de studenten in mbo-techniek' as subject_text,
        'python -m etl fetch cbs_mbo_students' as how_to_load,
        'CBS publiceert studenten per provincie.' as why_label,
    union all by name
    select
        102 as position,
        'graduates' as measure,
        'Gediplomeerden in het mbo, techniek' as subject_label,
        'de gediplomeerden in mbo-techniek' as subject_text,
        'python -m etl fetch cbs_mbo_graduates' as how_to_load,
        'CBS publiceert gediplomeerden per provincie.' as why_label,
)

select
    subject_label,
    subject_text,
    found.measure is not null as is_known,
    if(is_known, 'bekend', 'niet geladen') as known_label,
    period_label,
    found.region_text,
    concat_ws('; eerder: ', found.region_text, earlier.region_text) as area_text,
    why_label,
    how_to_load,
    label_of('series', breakdown) as series_label,
    measure,
    breakdown,
    period,
    kind,
    region_codes,
    'published' as status,
    release_id,
from subject
left join found using (measure)
left join earlier using (measure)
order by position;
