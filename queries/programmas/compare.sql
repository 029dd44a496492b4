-- What do these programmes count of themselves, beside each other, each in its own delivery?
-- One row per programme in the order asked: no sum, no rank. What was not delivered says so.
with figure as (
    select
        programme_id,
        max(number) filter (where subject = 'person') as participants,
        max(number) filter (where subject = 'participation') as participations,
        max(number) filter (where subject = 'exit' and dimension_1 = '') as exits,
        max(number) filter (where category_1 = 'new_job') as placed,
        max(number) filter (where category_1 = 'retained') as retained,
        max(number) filter (where category_1 = 'yes') as at_work_12,
        max(number) filter (where subject = 'voucher') as vouchers,
        max(granted_eur) filter (where subject = 'voucher') as granted_eur,
    from programme_cell
    where
        period_kind = 'all'
        and dimension_2 = ''
        and (
            (subject in ('person', 'participation', 'voucher') and dimension_1 = '')
            or (subject = 'exit' and dimension_1 in ('', 'outcome', 'at_work_12'))
        )
    group by programme_id
)

select
    programme.name as programme_name,
    starts_on_text,
    starts_on_precision,
    ends_on_text,
    ends_on_precision,
    as_of_on,
    participants,
    participations,
    exits,
    placed,
    cast(round(100.0 * placed / exits) as integer) as new_job_pct,
    retained,
    at_work_12,
    cast(round(100.0 * at_work_12 / exits) as integer) as at_work_pct,
    vouchers,
    granted_eur,
    if(delivery.programme_id is null, 'not_delivered', 'withheld') as sign,
    if(programme.status = 'published', 'estimated', programme.status) as share_status,
    programme.status,
    programme_id,
    coalesce(delivery.release_id, programme.release_id) as release_id,
from programme
left join programme_delivery as delivery using (programme_id)
left join figure using (programme_id)
where
    programme_id in (select unnest($programme_ids))
    and (programme.status <> 'sample' or $with_sample)
order by array_position($programme_ids, programme_id);
