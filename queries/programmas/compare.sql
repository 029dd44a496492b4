-- What do these programmes count of themselves, beside each other, each in its own delivery?
-- One row per programme in the order asked: no sum, no rank. What was not delivered says so.
with asked as (
    select
        programme.programme_id,
        programme.name,
        programme.starts_on_text,
        programme.starts_on_precision,
        programme.ends_on_text,
        programme.ends_on_precision,
        delivery.as_of_on,
        programme.status,
        coalesce(delivery.release_id, programme.release_id) as release_id,
        if(delivery.programme_id is null, 'not_delivered', 'withheld') as sign,
    from programme
    left join programme_delivery as delivery using (programme_id)
    where
        programme.programme_id in (select unnest($programme_ids))
        and (programme.status <> 'sample' or $with_sample)
),

figure as (
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
        programme_id in (select unnest($programme_ids))
        and period_kind = 'all'
        and dimension_2 = ''
        and (
            (
                subject in ('person', 'participation', 'exit', 'voucher')
                and dimension_1 = ''
            )
            or (subject = 'exit' and dimension_1 = 'outcome')
            or (subject = 'exit' and dimension_1 = 'at_work_12' and category_1 = 'yes')
        )
    group by programme_id
)

select
    asked.name as programme_name,
    asked.starts_on_text,
    asked.starts_on_precision,
    asked.ends_on_text,
    asked.ends_on_precision,
    asked.as_of_on,
    figure.participants,
    figure.participations,
    figure.exits,
    figure.placed,
    cast(round(100.0 * figure.placed / figure.exits) as integer) as new_job_pct,
    figure.retained,
    figure.at_work_12,
    cast(round(100.0 * figure.at_work_12 / figure.exits) as integer) as at_work_pct,
    figure.vouchers,
    figure.granted_eur,
    asked.sign,
    if(asked.status = 'published', 'estimated', asked.status) as share_status,
    asked.status,
    asked.programme_id,
    asked.release_id,
from asked
left join figure using (programme_id)
order by array_position($programme_ids, asked.programme_id);
