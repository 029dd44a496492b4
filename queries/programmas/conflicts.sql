-- About which figures of each programme do sources differ?
with figure as (
    select
        programme_id,
        indicator || ' ' || target_group as what,
        'het doel voor ' || indicator.label || case
            when target_group = 'all' then ''
            else ' (' || coalesce(target_group.label, target_group) || ')'
        end as subject,
        'doel' as kind,
        target as value,
        "precision",
        'count' as unit,
        status,
        source_id,
        programme_target.release_id,
    from programme_target
    inner join code_label as indicator
        on indicator.list = 'indicator' and indicator.code = programme_target.indicator
    left join code_label as target_group
        on target_group.list = 'category' and target_group.code = programme_target.target_group
    where
        programme_id in (select unnest($programme_ids))
        and relation = 'conflict'
        and (status <> 'sample' or $with_sample)
    union all by name
    select
        programme_id,
        case
            when budget_kind in ('voucher_max', 'voucher_new_entrant') then 'highest voucher'
            else concat_ws(' ', budget_kind, stage, funder, per)
        end as what,
        case
            when budget_kind in ('voucher_max', 'voucher_new_entrant') then 'het hoogste voucherbedrag'
            else budget_kind.label || case when funder = '' then '' else ' van ' || funder end
        end as subject,
        case when stage = 'rule' then 'regel' else 'budget' end as kind,
        amount_eur as value,
        "precision",
        'eur' as unit,
        status,
        source_id,
        programme_budget.release_id,
    from programme_budget
    inner join code_label as budget_kind
        on budget_kind.list = 'budget_kind' and budget_kind.code = programme_budget.budget_kind
    where
        programme_id in (select unnest($programme_ids))
        and (status <> 'sample' or $with_sample)
)

select
    figure.subject,
    figure.kind,
    figure.value,
    figure."precision",
    figure.unit,
    source.publisher,
    source.title as source_title,
    programme.name as programme_name,
    figure.what,
    figure.programme_id,
    figure.status,
    figure.source_id,
    figure.release_id,
from figure
inner join programme using (programme_id)
inner join source using (source_id)
qualify count(distinct figure.value || figure."precision") over (partition by figure.programme_id, figure.what) > 1
order by figure.programme_id, figure.what, figure.value;
