-- Which amounts do the sources name for each programme, by whom and in which stage?
-- In stage rule stand the bounds per voucher, person or trajectory: they are no budget.
select
    programme_budget.programme_id,
    programme.name as programme_name,
    programme_budget.budget_kind,
    label_of('budget_kind', programme_budget.budget_kind) as budget_kind_label,
    programme_budget.stage,
    label_of('stage', programme_budget.stage) as stage_label,
    nullif(programme_budget.funder, '') as funder,
    programme_budget.per,
    label_of('per', programme_budget.per) as per_label,
    programme_budget.amount_eur,
    programme_budget."precision",
    programme_budget.note,
    programme_budget.status,
    concat_ws(', ', source.publisher, source.title) as source,
    source.published_on,
    source.url,
    coalesce(source.retrieved_on, release.retrieved_on) as retrieved_on,
    release.modified_on,
    programme_budget.source_id,
    programme_budget.release_id,
    programme_budget.line,
from programme_budget
inner join programme on programme.programme_id = programme_budget.programme_id
inner join source on source.source_id = programme_budget.source_id
left join release on release.release_id = programme_budget.release_id
where
    (programme_budget.status <> 'sample' or $with_sample)
    and works_in(programme_budget.programme_id, $province_codes)
order by
    programme.name,
    programme_budget.programme_id,
    programme_budget.budget_kind,
    programme_budget.stage,
    programme_budget.funder,
    programme_budget.per,
    programme_budget.source_id;
