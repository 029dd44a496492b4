-- How many people in Nederland work in the BRC groups of this group of UWV up to a quarter, and what
-- changed?
-- CBS rounds to thousands: a difference of at most a thousand may be rounding.
with counted as (
    select employment.*
    from employment
    inner join uwv_group_brc on brc_group_code = occupation_code
    where
        region_code = 'NL01'
        and uwv_group_code = $uwv_group_code
        and (status <> 'sample' or $with_sample)
)

select
    occupation.label as brc_label,
    period.label as period_label,
    'Nederland' as region_name,
    counted.employed,
    counted.sign,
    counted.employed - before.employed as change,
    case
        when before.occupation_code is null then 'geen cijfer van een jaar eerder'
        when abs(change) <= 1000 then 'binnen de afronding'
        when change > 0 then 'meer dan een jaar eerder'
        when change < 0 then 'minder dan een jaar eerder'
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
inner join period using (period)
inner join occupation using (occupation_code)
left join counted as before
    on before.source_id = counted.source_id
    and before.occupation_code = counted.occupation_code
    and before.period = year_before(counted.period)
    and (before.status = 'sample') = (counted.status = 'sample')
where period.ends_on <= end_of($until)
order by brc_label, counted.period desc;
