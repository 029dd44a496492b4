-- How did the vacancies of this sector change while each programme ran that is over?
-- From the quarter that contains the start to the one that contains the end; a source that names
-- only a year leaves that quarter unknown.
with figure as (
    select *
    from vacancies
    where
        source_id = 'cbs_vacancies'
        and sector_code = $sector_code
        and quarter <= $until
        and (status <> 'sample' or $with_sample)
)

select
    programme_id,
    programme.name as programme_name,
    programme.starts_on_text,
    programme.starts_on_precision,
    programme.ends_on_text,
    programme.ends_on_precision,
    region.name as region_name,
    programme_region.name as programme_region_name,
    programme_region.kind as programme_region_kind,
    sector.short_label as sector_label,
    start_quarter.period as start_quarter,
    start_quarter.label as start_label,
    first_figure.open_vacancies as open_vacancies_at_start,
    end_quarter.period as end_quarter,
    end_quarter.label as end_label,
    last_figure.open_vacancies as open_vacancies_at_end,
    abs(open_vacancies_at_end - open_vacancies_at_start)
        <= first_figure.margin + last_figure.margin as within_rounding,
    quarter(start_quarter.starts_on) <> quarter(end_quarter.starts_on) as is_other_season,
    coalesce(first_figure.status, 'published') as status,
    here.status as programme_status,
    last_figure.status as end_status,
    here.region_code,
    coalesce(first_figure.release_id, last_figure.release_id) as release_id,
    last_figure.release_id as second_release_id,
from programme_province as here
inner join programme using (programme_id)
inner join region_today as region on region.region_code = here.region_code
inner join region_today as programme_region
    on programme_region.region_code = here.programme_region_code
inner join sector on sector.sector_code = $sector_code
left join period as start_quarter
    on start_quarter.kind = 'quarter'
    and programme.starts_on_precision in ('day', 'month')
    and programme.starts_on_first between start_quarter.starts_on and start_quarter.ends_on
left join period as end_quarter
    on end_quarter.kind = 'quarter'
    and programme.ends_on_precision in ('day', 'month')
    and programme.ends_on_last between end_quarter.starts_on and end_quarter.ends_on
left join figure as first_figure
    on first_figure.region_code = here.region_code
    and first_figure.quarter = start_quarter.period
left join figure as last_figure
    on last_figure.region_code = here.region_code
    and last_figure.quarter = end_quarter.period
where
    here.region_code in (select unnest($region_codes))
    and (here.status <> 'sample' or $with_sample)
    and programme.state not in ('running', 'planned')
    and programme.starts_on_first is not null
    and programme.ends_on_last is not null
order by programme.starts_on_first, programme.name, region.name;
