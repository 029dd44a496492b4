-- Which amounts do the sources name for each programme, by whom and in which stage?
-- In stage rule stand the bounds per voucher, person or trajectory: they are no budget.
select
    programme_id,
    programme_name_of(programme_id) as programme_name,
    budget_kind,
    label_of('budget_kind', budget_kind) as budget_kind_label,
    stage,
    label_of('stage', stage) as stage_label,
    nullif(funder, '') as funder,
    per,
    label_of('per', per) as per_label,
    amount_eur,
    "precision",
    note,
    status,
    programme_origin.*,
    line,
from programme_budget
inner join programme_origin using (source_id, release_id)
where
    (status <> 'sample' or $with_sample)
    and works_in(programme_id, $province_codes)
order by
    programme_name,
    programme_id,
    budget_kind,
    stage,
    programme_budget.funder,
    per,
    source_id;
