-- How many vacancies stood open in the sector and province of each programme a year before it, at its
-- start, at its end and now, and did that change while it ran?
-- One row per programme and province. A change is said when it holds for all that the rounding to
-- hundreds leaves open; start and end are quarters that contain a day or month that a source names.
with moment as (
    select
        *,
        if(starts_on_precision in ('day', 'month'), date_trunc('quarter', starts_on_first), null)
            as first_on,
        if(ends_on_precision in ('day', 'month'), date_trunc('quarter', ends_on_last), null)
            as last_on,
    from programme
    where programme_id in (select unnest($programme_ids))
),

found as (
    select
        series.programme_id,
        series.region_code,
        any_value(series.programme_region_code) as programme_region_code,
        any_value(series.sector_code) as sector_code,
        max(open_vacancies) filter (starts_on = first_on - interval 1 year) as before,
        max(quarter_label) filter (starts_on = first_on - interval 1 year) as before_label,
        max(open_vacancies) filter (starts_on = first_on) as at_start,
        max(quarter_label) filter (starts_on = first_on) as start_label,
        max(open_vacancies) filter (starts_on = last_on) as at_end,
        max(quarter_label) filter (starts_on = last_on) as end_label,
        arg_max(open_vacancies, quarter) as now,
        arg_max(quarter_label, quarter) filter (open_vacancies is not null) as now_label,
        max(starts_on) filter (open_vacancies is not null)
            < max(starts_on) - interval 1 year as is_now_old,
        any_value(quarter(first_on) <> quarter(last_on)) as is_other_season,
        max(series.release_id) as second_release_id,
    from programme_vacancies as series
    inner join moment using (programme_id)
    where series.quarter <= $until
    group by series.programme_id, series.region_code
)

select
    moment.name as programme_name,
    region.name as region_name,
    own.name as programme_region_name,
    own.kind as programme_region_kind,
    sector.short_label as sector_label,
    before_label,
    before,
    start_label,
    at_start,
    end_label,
    at_end,
    now_label,
    now,
    is_now_old,
    is_other_season,
    case
        when first_on is null then 'no_start'
        when last_on is null and state = 'running' then 'running'
        when last_on is null then 'no_end'
        when at_start is null or at_end is null then 'no_figure'
        when abs(at_end - at_start) <= 100 then 'same'
        when at_end - 50 >= 2 * (at_start + 50) then 'doubled'
        when at_end - 50 >= 1.75 * (at_start + 50) then 'almost_doubled'
        when 2 * (at_end + 50) <= at_start - 50 then 'halved'
        when 1.75 * (at_end + 50) <= at_start - 50 then 'almost_halved'
        when at_end > at_start then 'more'
        else 'less'
    end as change_code,
    moment.status,
    moment.programme_id,
    found.region_code,
    moment.release_id,
    second_release_id,
from moment
inner join found using (programme_id)
inner join region_today as region on region.region_code = found.region_code
inner join region_today as own on own.region_code = found.programme_region_code
inner join sector on sector.sector_code = found.sector_code
order by array_position($programme_ids, moment.programme_id), region.name;
