-- Between which amounts does a voucher of this programme lie, as published and as delivered?
select
    min(amount_eur) filter (budget_kind = 'voucher_min') as low,
    max(amount_eur) filter (budget_kind = 'voucher_max') as high,
    (select min(granted_eur) from private.voucher where programme_id = $programme_id) as smallest,
    (select max(granted_eur) from private.voucher where programme_id = $programme_id) as largest,
from programme_budget
where programme_id = $programme_id;
