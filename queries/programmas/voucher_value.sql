-- What was granted per voucher, beside the bounds that the regulation sets?
-- An amount and its own number, both rounded: so a mean with the range that rounding leaves. The
-- amounts of single vouchers are in no table. Where sources name several bounds, all are named.
with bound as (
    select
        programme_id,
        min(amount_eur) filter (where budget_kind = 'voucher_min') as voucher_min_eur,
        min(amount_eur) filter (where budget_kind = 'voucher_max') as voucher_max_eur,
        nullif(max(amount_eur) filter (where budget_kind = 'voucher_max'), voucher_max_eur)
            as other_voucher_max_eur,
    from programme_budget
    where stage = 'rule'
    group by programme_id
)

select
    programme_name,
    category_1_label,
    number,
    sign,
    granted_eur,
    granted_eur_sign,
    cast(round(granted_eur / number) as integer) as mean_granted_eur,
    granted_eur_sign as mean_granted_eur_sign,
    cast(
        floor((granted_eur - euro_base / 2) / (number + (count_base - 1) // 2)) as integer
    ) as mean_low_eur,
    granted_eur_sign as mean_low_eur_sign,
    cast(
        ceil((granted_eur + euro_base / 2) / greatest(number - count_base // 2, small_count))
        as integer
    ) as mean_high_eur,
    granted_eur_sign as mean_high_eur_sign,
    voucher_min_eur,
    if(voucher_min_eur is null, 'missing', null) as voucher_min_eur_sign,
    voucher_max_eur,
    if(voucher_max_eur is null, 'missing', null) as voucher_max_eur_sign,
    other_voucher_max_eur,
    cast(null as text) as other_voucher_max_eur_sign,
    share_status as mean_status,
    cell.status,
    programme_id,
    cell.release_id,
from named_cell as cell
inner join programme_delivery using (programme_id)
left join bound using (programme_id)
where
    programme_id in (select unnest($programme_ids))
    and subject = 'voucher'
    and dimension_1 in ('', 'voucher_kind')
    and dimension_2 = ''
    and period_kind = 'all'
    and (cell.status <> 'sample' or $with_sample)
order by array_position($programme_ids, programme_id), position_1, category_1_label;
