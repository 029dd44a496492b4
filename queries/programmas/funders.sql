-- What did each funder make available, what of it is granted and paid as vouchers, and what is free?
-- Budgets as registered; vouchers are protected amounts, rounded. Free is an estimate: one rounded
-- amount less than the budget.
with budget as (
    select
        programme_budget.programme_id,
        programme_budget.funder,
        any_value(programme_budget.amount_eur) as available_eur,
        count(distinct programme_budget.amount_eur) as amounts,
        any_value(programme_budget."precision") as "precision",
    from programme_budget
    where
        programme_budget.programme_id in (select unnest($programme_ids))
        and programme_budget.stage = 'available'
        and programme_budget.budget_kind = 'contribution'
        and programme_budget.per = 'programme'
    group by programme_budget.programme_id, programme_budget.funder
)

select
    programme.name as programme_name,
    category.label as funder_label,
    if(budget.amounts = 1, budget.available_eur, null) as available_eur,
    if(budget.amounts = 1, budget."precision", null) as available_precision,
    cell.number as vouchers,
    cell.granted_eur,
    cell.paid_eur,
    if(budget.amounts = 1, budget.available_eur - cell.granted_eur, null) as free_eur,
    cell.sign,
    cell.status,
    case when cell.status = 'published' then 'estimated' else cell.status end as free_status,
    cell.programme_id,
    cell.release_id,
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
