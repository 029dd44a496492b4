-- Which amounts do the sources name for each programme, by whom and in which stage?
-- Rules about one voucher, person or trajectory stand apart: they are no budget.
select
    programme.name as programme_name,
    label_of('budget_kind', programme_budget.budget_kind) as budget_kind_label,
    label_of('stage', programme_budget.stage) as stage_label,
    programme_budget.funder,
    programme_budget.amount_eur,
    programme_budget."precision",
    label_of('per', programme_budget.per) as per_label,
    programme_budget.note,
    programme_budget.stage = 'rule' as is_rule,
    programme_budget.programme_id,
    programme_budget.budget_kind,
    programme_budget.stage,
    source.publisher,
    programme_budget.status,
    programme_budget.source_id,
    programme_budget.release_id,
    programme_budget.line,
from programme_budget
inner join programme using (programme_id)
inner join source on source.source_id = programme_budget.source_id
where
    programme_budget.programme_id in (select unnest($programme_ids))
    and (programme_budget.status <> 'sample' or $with_sample)
order by
    programme.name,
    is_rule,
    programme_budget.line;
