-- What did the sources about this programme never publish?
with reported as (
    select
        programme_reported.*,
        programme.name as programme_name,
        programme.release_id,
        programme_id in (select programme_id from programme_delivery) as has_delivery,
    from programme_reported
    inner join programme using (programme_id)
    where
        programme_id = $programme_id
        and (programme_reported.status <> 'sample' or $with_sample)
)

select
    programme_name,
    missing_label,
    has_delivery,
    status,
    programme_id,
    release_id,
from reported
cross join lateral (
    values
        (1, 'een doel in aantallen', not has_target),
        (2, 'een resultaat in aantallen', not has_result and not has_delivery),
        (3, 'een eindstand', has_result and not has_final_result and not has_delivery),
        (4, 'een resultaat bij het doel voor ' || without_result, has_result and not has_delivery),
        (5, 'een budget', not has_budget),
        (6, 'hoeveel deelnemers startten en uitstroomden', not has_delivery),
        (6, 'of wie uitstroomde na 6, 12 of 24 maanden nog werkte', not has_delivery),
        (6, 'vouchers en euro''s per kwartaal, gebied en techniekdomein', not has_delivery),
        (6, 'wat elke financier toekende en betaalde', not has_delivery)
) as missing (position, missing_label, is_missing)
where is_missing and missing_label is not null
order by position, missing_label;
