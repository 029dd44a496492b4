-- What did the sources about this programme never publish?
with reported as (
    select
        programme_reported.*,
        programme.name as programme_name,
        programme.release_id,
        exists (
            select 1
            from programme_delivery as delivery
            where delivery.programme_id = programme_reported.programme_id
        ) as has_delivery,
    from programme_reported
    inner join programme using (programme_id)
    where
        programme_reported.programme_id = $programme_id
        and (programme_reported.status <> 'sample' or $with_sample)
),

missing as (
    select 1 as position, 'een doel in aantallen' as missing_label, *,
    from reported
    where not has_target
    union all by name
    select 2 as position, 'een resultaat in aantallen' as missing_label, *,
    from reported
    where not has_result and not has_delivery
    union all by name
    select 3 as position, 'een eindstand' as missing_label, *,
    from reported
    where has_result and not has_final_result and not has_delivery
    union all by name
    select 4 as position, 'een resultaat bij het doel voor ' || without_result as missing_label, *,
    from reported
    where has_result and without_result is not null and not has_delivery
    union all by name
    select 5 as position, 'een budget' as missing_label, *,
    from reported
    where not has_budget
    union all by name
    select
        6 as position,
        unnest([
            'hoeveel deelnemers startten en uitstroomden',
            'of wie uitstroomde na 6, 12 of 24 maanden nog werkte',
            'vouchers en euro''s per kwartaal, gebied en techniekdomein',
            'wat elke financier toekende en betaalde'
        ]) as missing_label,
        *,
    from reported
    where not has_delivery
)

select
    missing.programme_name,
    missing.missing_label,
    missing.has_delivery,
    missing.status,
    missing.programme_id,
    missing.release_id,
from missing
order by missing.position, missing.missing_label;
