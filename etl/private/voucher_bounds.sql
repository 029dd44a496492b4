-- Between which amounts does a voucher of this programme lie, as published and as delivered?
select
    (
        select min(amount_eur)
        from programme_budget
        where programme_id = $programme_id and budget_kind = 'voucher_min'
    ) as low,
    (
        select max(amount_eur)
        from programme_budget
        where programme_id = $programme_id and budget_kind = 'voucher_max'
    ) as high,
    (
        select min(granted_eur) from private.voucher where programme_id = $programme_id
    ) as smallest,
    (
        select max(granted_eur) from private.voucher where programme_id = $programme_id
    ) as largest;
