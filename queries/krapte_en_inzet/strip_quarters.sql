-- How many vacancies stood open per quarter in the sector and province of each programme?
-- One row per programme, province and quarter, also where CBS published none.
select
    programme.name as programme_name,
    region_name_of(series.region_code) as region_name,
    quarter_label,
    open_vacancies,
    quarter,
    series.starts_on,
    case
        when series.starts_on < date_trunc('quarter', programme.starts_on_first) then 'before'
        when series.starts_on <= coalesce(programme.ends_on_last, series.starts_on) then 'during'
        else 'after'
    end as when_code,
    programme.ends_on_precision in ('day', 'month') as is_end_known,
    series.starts_on = date_trunc('quarter', programme.starts_on_first)
        and programme.starts_on_precision in ('day', 'month') as is_start,
    series.starts_on = date_trunc('quarter', programme.ends_on_last)
        and programme.ends_on_precision in ('day', 'month') as is_end,
    programme_id,
    region_code,
    'published' as status,
    series.release_id,
from programme_vacancies as series
inner join programme using (programme_id)
where programme_id in (select unnest($programme_ids)) and quarter <= $until
order by array_position($programme_ids, programme_id), region_name, quarter;
