-- About which figures of each programme do sources differ?
with figure as (
    select
        programme_id,
        indicator || ' ' || target_group as what,
        format(
            'het doel voor {}{}',
            label_of('indicator', indicator),
            if(
                target_group = 'all',
                '',
                format(' ({})', coalesce(label_of('category', target_group), target_group))
            )
        ) as subject,
        'doel' as kind,
        target as value,
        "precision",
        'count' as unit,
        status,
        source_id,
        release_id,
    from programme_target
    where relation = 'conflict'
    union all by name
    select
        programme_id,
        if(
            budget_kind in ('voucher_max', 'voucher_new_entrant'),
            'highest voucher',
            concat_ws(' ', budget_kind, stage, funder, per)
        ) as what,
        if(
            budget_kind in ('voucher_max', 'voucher_new_entrant'),
            'het hoogste voucherbedrag',
            concat_ws(' van ', label_of('budget_kind', budget_kind), nullif(funder, ''))
        ) as subject,
        if(stage = 'rule', 'regel', 'budget') as kind,
        amount_eur as value,
        "precision",
        'eur' as unit,
        status,
        source_id,
        release_id,
    from programme_budget
)

select
    subject,
    kind,
    value,
    "precision",
    unit,
    publisher_of(source_id) as publisher,
    (select source.title from source where source.source_id = figure.source_id) as source_title,
    programme_name_of(programme_id) as programme_name,
    what,
    programme_id,
    status,
    source_id,
    release_id,
from figure
where
    programme_id in (select unnest($programme_ids))
    and (status <> 'sample' or $with_sample)
qualify count(distinct value || "precision") over (partition by programme_id, what) > 1
order by programme_id, what, value;
