-- Which euros did the sources name for each programme, per stage, payer and what they are for?
-- One row per amount that can be told apart; where sources differ about one there is a lowest and a
-- highest. Amounts are never added up: one may be part of another.
select
    programme_name_of(programme_id) as programme_name,
    label_of('stage', stage) as stage_label,
    label_of('budget_kind', budget_kind) as budget_kind_label,
    nullif(funder, '') as funder,
    if(per = 'programme', null, label_of('per', per)) as per_label,
    count(distinct amount_eur) as amounts,
    min(amount_eur) as amount_low_eur,
    arg_min("precision", amount_eur) as amount_low_precision,
    max(amount_eur) as amount_high_eur,
    arg_max("precision", amount_eur) as amount_high_precision,
    string_agg(distinct publisher_of(source_id), ', ') as source_names,
    programme_id,
    stage,
    status,
    min(release_id) as release_id,
    min(line) as line,
from programme_budget
where
    programme_id in (select unnest($programme_ids))
    and stage <> 'rule'
    and (status <> 'sample' or $with_sample)
group by programme_id, stage, budget_kind, funder, per, status
order by
    array_position($programme_ids, programme_id),
    array_position(['realised', 'available', 'reserved'], stage),
    amount_high_eur desc,
    min(line);
