-- How many vacancies stood open in the provinces of this programme while it ran, per sector?
-- From the quarter that contains its start to the one that contains its end; the mean is that of the
-- quarters with a figure, where at least half have one. Nothing is summed over provinces or sectors.
with run as (
    select
        programme.*,
        programme.starts_on_precision in ('day', 'month') as has_start,
        programme.ends_on_precision in ('day', 'month') as has_end,
        if(has_start, date_trunc('quarter', programme.starts_on_first), null) as first_on,
        if(has_end, date_trunc('quarter', programme.ends_on_last), null) as last_on,
    from programme
    where programme.programme_id = $programme_id
),

figure as (
    select
        here.region_code,
        here.programme_region_code,
        sector.sector_code,
        period.starts_on,
        period.label as quarter_label,
        vacancies.open_vacancies,
        vacancies.release_id,
        vacancies.status,
    from programme_province as here
    inner join run using (programme_id)
    cross join sector
    inner join period
        on period.kind = 'quarter' and period.starts_on between run.first_on and run.last_on
    left join vacancies
        on vacancies.source_id = 'cbs_vacancies'
        and vacancies.region_code = here.region_code
        and vacancies.sector_code = sector.sector_code
        and vacancies.quarter = period.period
        and vacancies.quarter <= $until
        and vacancies.margin = 50
        and vacancies.status <> 'sample'
    where here.status <> 'sample' and sector.sector_code in (select unnest($sector_codes))
)

select
    run.name as programme_name,
    region.name as region_name,
    own.name as programme_region_name,
    own.kind as programme_region_kind,
    sector.short_label as sector_label,
    arg_min(figure.quarter_label, figure.starts_on) as start_label,
    max(figure.open_vacancies) filter (figure.starts_on = run.first_on) as open_vacancies_at_start,
    arg_max(figure.quarter_label, figure.starts_on) as end_label,
    max(figure.open_vacancies) filter (figure.starts_on = run.last_on) as open_vacancies_at_end,
    abs(open_vacancies_at_end - open_vacancies_at_start) <= 100 as within_rounding,
    quarter(run.first_on) <> quarter(run.last_on) as is_other_season,
    count(figure.open_vacancies) as known_quarters,
    count(*) as quarters,
    if(
        2 * known_quarters >= quarters,
        cast(round(avg(figure.open_vacancies), -2) as integer),
        null
    ) as mean_open_vacancies,
    run.starts_on_text,
    run.starts_on_precision,
    run.ends_on_text,
    run.ends_on_precision,
    coalesce(max(figure.status), 'published') as status,
    run.programme_id,
    figure.region_code,
    figure.sector_code,
    min(figure.release_id) as release_id,
    max(figure.release_id) as second_release_id,
from figure
cross join run
inner join region_today as region on region.region_code = figure.region_code
inner join region_today as own on own.region_code = figure.programme_region_code
inner join sector on sector.sector_code = figure.sector_code
group by all
order by region_name, array_position($sector_codes, any_value(figure.sector_code));
