-- What did each funder make available, what of it is granted and paid as vouchers, and what is free?
-- Budgets as registered; vouchers are protected amounts, rounded. Free is an estimate: one rounded
-- amount less than the budget.
with budget as (
    select
        programme_id,
        funder,
        min(amount_eur) filter ("precision" = 'exact') as available_eur,
        count(distinct amount_eur || ' ' || "precision") as amounts,
        min(release_id) as release_id,
    from programme_budget
    where
        programme_id in (select unnest($programme_ids))
        and stage = 'available'
        and budget_kind in ('contribution', 'grant')
        and per = 'programme'
    group by programme_id, funder
)

select
    programme.name as programme_name,
    category.label as funder_label,
    if(budget.amounts = 1, budget.available_eur, null) as available_eur,
    case
        when budget.amounts > 1 then 'conflict'
        when budget.available_eur is null then 'missing'
    end as available_eur_sign,
    cell.number,
    cell.sign,
    cell.granted_eur,
    if(cell.granted_eur is null, 'withheld', null) as granted_eur_sign,
    cell.paid_eur,
    if(cell.paid_eur is null, 'withheld', null) as paid_eur_sign,
    if(budget.amounts = 1, budget.available_eur - cell.granted_eur, null) as free_eur,
    case
        when cell.granted_eur is null then 'withheld'
        when budget.amounts > 1 then 'conflict'
        when budget.available_eur is null then 'missing'
    end as free_eur_sign,
    if(cell.status = 'published', 'estimated', cell.status) as free_status,
    cell.status,
    cell.programme_id,
    cell.release_id,
    budget.release_id as second_release_id,
from programme_cell as cell
inner join programme using (programme_id)
inner join programme_category as category
    on category.dimension = 'funder' and category.category = cell.category_1
left join budget
    on budget.programme_id = cell.programme_id and budget.funder = cell.category_1
where
    cell.programme_id in (select unnest($programme_ids))
    and cell.subject = 'voucher'
    and cell.dimension_1 = 'funder'
    and cell.dimension_2 = ''
    and cell.period_kind = 'all'
    and (cell.status <> 'sample' or $with_sample)
order by
    array_position($programme_ids, cell.programme_id), category.position, category.label;
