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
        max(number) filter (where subject = 'voucher') as vouchers,
        max(granted_eur) filter (where subject = 'voucher') as granted_eur,
    from programme_cell
    where
        period_kind = 'all'
        and dimension_2 = ''
        and (
            (subject in ('person', 'participation', 'voucher') and dimension_1 = '')
            or (subject = 'exit' and dimension_1 in ('', 'outcome'))
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
    new_job.low_pct as new_job_low_pct,
    new_job.high_pct as new_job_high_pct,
    coalesce(if(delivery.programme_id is null, 'not_delivered', null), new_job.sign)
        as new_job_pct_sign,
    retained,
    later.number as at_work_12,
    later.whole_number as measurable_12,
    later.of_whole_low_pct as at_work_low_pct,
    later.of_whole_high_pct as at_work_high_pct,
    if(delivery.programme_id is null, 'not_delivered', later.of_whole_pct_sign)
        as at_work_pct_sign,
    vouchers,
    figure.granted_eur,
    if(delivery.programme_id is null, 'not_delivered', 'withheld') as sign,
    if(programme.status = 'published', 'estimated', programme.status) as share_status,
    programme.status,
    programme_id,
    coalesce(delivery.release_id, programme.release_id) as release_id,
from programme
left join programme_delivery as delivery using (programme_id)
left join figure using (programme_id)
left join named_cell as later
    on later.programme_id = programme.programme_id
    and later.subject = 'exit'
    and later.dimension_1 = 'at_work_12'
    and later.category_1 = 'yes'
    and later.dimension_2 = ''
    and later.period_kind = 'all'
cross join lateral (
    select unnest(rate_of(placed, exits, delivery.count_base // 2)),
) as new_job
where
    programme_id in (select unnest($programme_ids))
    and (programme.status <> 'sample' or $with_sample)
order by array_position($programme_ids, programme_id);
