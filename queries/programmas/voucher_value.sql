-- What was granted per voucher, beside the bounds that the regulation sets?
-- An amount and its own number, both rounded: so a mean with the range that rounding leaves. The
-- amounts of single vouchers are in no table. Where sources name several bounds, all are named.
with kind as (
    select
        cell.*,
        category.label,
        category.position,
    from programme_cell as cell
    inner join programme_category as category
        on category.dimension = cell.dimension_1 and category.category = cell.category_1
    where
        cell.programme_id in (select unnest($programme_ids))
        and cell.subject = 'voucher'
        and cell.dimension_1 in ('', 'voucher_kind')
        and cell.dimension_2 = ''
        and cell.period_kind = 'all'
        and (cell.status <> 'sample' or $with_sample)
),

bound as (
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
    programme.name as programme_name,
    kind.label as category_1_label,
    kind.number,
    kind.sign,
    kind.granted_eur,
    if(kind.granted_eur is null, 'withheld', null) as granted_eur_sign,
    cast(round(kind.granted_eur / kind.number) as integer) as mean_granted_eur,
    if(kind.granted_eur is null, 'withheld', null) as mean_granted_eur_sign,
    cast(
        floor(
            (kind.granted_eur - delivery.euro_base / 2) / (kind.number + (delivery.count_base - 1) // 2)
        ) as integer
    ) as mean_low_eur,
    if(kind.granted_eur is null, 'withheld', null) as mean_low_eur_sign,
    cast(
        ceil(
            (kind.granted_eur + delivery.euro_base / 2)
            / greatest(kind.number - delivery.count_base // 2, delivery.small_count)
        ) as integer
    ) as mean_high_eur,
    if(kind.granted_eur is null, 'withheld', null) as mean_high_eur_sign,
    bound.voucher_min_eur,
    if(bound.voucher_min_eur is null, 'missing', null) as voucher_min_eur_sign,
    bound.voucher_max_eur,
    if(bound.voucher_max_eur is null, 'missing', null) as voucher_max_eur_sign,
    bound.other_voucher_max_eur,
    cast(null as text) as other_voucher_max_eur_sign,
    if(kind.status = 'published', 'estimated', kind.status) as mean_status,
    kind.status,
    kind.programme_id,
    kind.release_id,
from kind
inner join programme using (programme_id)
inner join programme_delivery as delivery using (programme_id)
left join bound using (programme_id)
order by
    array_position($programme_ids, kind.programme_id), kind.position, kind.label;
