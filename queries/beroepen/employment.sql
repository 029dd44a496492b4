-- How many people in Nederland work in the BRC groups of this group of UWV up to a quarter, and what
-- changed?
-- CBS rounds to thousands: a difference of at most a thousand may be rounding.
with counted as (
    select
        employment.*,
        period.label as period_label,
        period.starts_on,
    from employment
    inner join period on period.period = employment.period
    inner join uwv_group_brc
        on uwv_group_brc.brc_group_code = employment.occupation_code
    where
        employment.region_code = 'NL01'
        and uwv_group_brc.uwv_group_code = $uwv_group_code
        and (employment.status <> 'sample' or $with_sample)
        and period.ends_on <= end_of($until)
)

select
    occupation.label as brc_label,
    counted.period_label,
    'Nederland' as region_name,
    counted.employed,
    counted.sign,
    counted.employed - before.employed as change,
    case
        when before.occupation_code is null then 'geen cijfer van een jaar eerder'
        when abs(counted.employed - before.employed) <= 1000 then 'binnen de afronding'
        when counted.employed > before.employed then 'meer dan een jaar eerder'
        when counted.employed < before.employed then 'minder dan een jaar eerder'
        else 'onbekend'
    end as change_label,
    counted.status,
    before.status as year_before_status,
    counted.release_status,
    counted.occupation_code,
    counted.period,
    counted.release_id,
    before.release_id as second_release_id,
    counted.line,
from counted
inner join occupation on occupation.occupation_code = counted.occupation_code
left join counted as before
    on before.source_id = counted.source_id
    and before.occupation_code = counted.occupation_code
    and before.starts_on = counted.starts_on - interval 1 year
    and (before.status = 'sample') = (counted.status = 'sample')
order by occupation.label, counted.period desc;
