-- Which amounts do the sources name for each programme, by whom and in which stage?
-- Rules about one voucher, person or trajectory stand apart: they are no budget.
select
    programme_name_of(programme_id) as programme_name,
    label_of('budget_kind', budget_kind) as budget_kind_label,
    label_of('stage', stage) as stage_label,
    funder,
    amount_eur,
    "precision",
    label_of('per', per) as per_label,
    note,
    stage = 'rule' as is_rule,
    programme_id,
    budget_kind,
    stage,
    publisher_of(source_id) as publisher,
    status,
    source_id,
    release_id,
    line,
from programme_budget
where
    programme_id in (select unnest($programme_ids))
    and (status <> 'sample' or $with_sample)
order by programme_name, is_rule, line;
