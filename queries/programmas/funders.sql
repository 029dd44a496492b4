-- What did each funder make available, what of it is granted and paid as vouchers, and what is free?
-- Budgets as registered; vouchers are protected amounts, rounded. Free is an estimate: one rounded
-- amount less than the budget.
with budget as (
    select
        programme_id,
        funder,
        min(amount_eur) filter ("precision" = 'exact') as exact_eur,
        count(distinct amount_eur || ' ' || "precision") as amounts,
        if(amounts = 1, exact_eur, null) as available_eur,
        case
            when amounts > 1 then 'conflict'
            when exact_eur is null then 'missing'
        end as available_eur_sign,
        min(release_id) as release_id,
    from programme_budget
    where
        stage = 'available'
        and budget_kind in ('contribution', 'grant')
        and per = 'programme'
    group by programme_id, funder
)

select
    programme_name,
    category_1_label as funder_label,
    available_eur,
    if(funder is null, 'missing', available_eur_sign) as available_eur_sign,
    number,
    sign,
    granted_eur,
    granted_eur_sign,
    paid_eur,
    paid_eur_sign,
    available_eur - granted_eur as free_eur,
    coalesce(granted_eur_sign, budget.available_eur_sign, if(funder is null, 'missing', null))
        as free_eur_sign,
    share_status as free_status,
    status,
    cell.programme_id,
    cell.release_id,
    budget.release_id as second_release_id,
from named_cell as cell
left join budget on budget.programme_id = cell.programme_id and funder = category_1
where
    cell.programme_id in (select unnest($programme_ids))
    and subject = 'voucher'
    and dimension_1 = 'funder'
    and dimension_2 = ''
    and period_kind = 'all'
    and (status <> 'sample' or $with_sample)
order by array_position($programme_ids, cell.programme_id), position_1, category_1_label;
