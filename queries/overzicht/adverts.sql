-- How high was the index of job adverts in the Netherlands in each month that began up to a quarter, and
-- a year earlier? A mean of the days of the month, seasonally adjusted; a month may not be whole.
with monthly as (
    select
        period.period,
        period.label,
        period.starts_on,
        period.ends_on,
        round(avg(advert_index), 1) as advert_index,
        count(*) as days,
        max(day) as last_on,
        if(bool_or(status = 'sample'), 'sample', 'estimated') as status,
        max(release_id) as release_id,
    from advert_index
    inner join period on period.kind = 'month' and day between period.starts_on and period.ends_on
    where advert_kind = 'total postings' and period.starts_on <= end_of($until)
    group by all
)

select
    'Nederland' as region_name,
    month.label as period_label,
    month.advert_index,
    before.label as before_label,
    before.advert_index as advert_index_year_before,
    month.days,
    month.last_on < month.ends_on as is_partial,
    month.last_on,
    cast(null as text) as sign,
    month.status,
    month.period as period_code,
    month.ends_on,
    month.release_id,
from monthly as month
left join monthly as before on before.starts_on = month.starts_on - interval 1 year
order by month.ends_on;
