-- What did each programme aim at and what did it reach, and which share of the target is that?
-- Realised over target: same indicator, unit and group, within one phase. A capacity is no target,
-- a claimed result is no figure. "At least" and "at most" carry over into the percentage.
with result as (
    select
        *,
        if(breakdown = 'total', 'all', category) as target_group,
    from programme_result
    where
        value is not null
        and (status <> 'sample' or $with_sample)
        and "precision" <> 'claimed'
        and (breakdown = 'target_group' or (breakdown = 'total' and category = 'all'))
    qualify
        row_number() over (
            partition by programme_id, indicator, unit, breakdown, category
            order by as_of_last desc nulls last
        ) = 1
),

claim as (
    select *
    from programme_result
    where "precision" = 'claimed' and (status <> 'sample' or $with_sample)
),

pair as (
    select
        programme.name as programme_name,
        programme.ends_on_first,
        programme.ends_on_precision,
        programme_target.*,
        result.value as result,
        result."precision" as result_precision,
        result.as_of_text,
        result.as_of_precision,
        result.as_of_last,
        result.source_id as result_source_id,
        result.status as result_status,
        share_precision_of(result."precision", programme_target."precision")
            as realisation_precision,
    from programme_target
    inner join programme using (programme_id)
    left join result
        on result.programme_id = programme_target.programme_id
        and result.indicator = programme_target.indicator
        and result.unit = programme_target.unit
        and result.target_group = programme_target.target_group
        and coalesce(programme_target.relation, '') not in ('phase', 'capacity')
    where
        programme_target.programme_id in (select unnest($programme_ids))
        and (programme_target.status <> 'sample' or $with_sample)
)

select
    pair.programme_name,
    label_of('indicator', pair.indicator) as indicator_label,
    label_of('category', pair.target_group) as target_group_label,
    pair.target,
    pair."precision" as target_precision,
    label_of('unit', pair.unit) as unit_label,
    pair.result,
    pair.result_precision,
    pair.as_of_text,
    pair.as_of_precision,
    if(
        pair.result is null,
        null,
        result_kind_of(
            pair.as_of_last, pair.as_of_precision, pair.ends_on_first, pair.ends_on_precision
        )
    ) as result_kind,
    pair.realisation_precision,
    if(
        pair.realisation_precision is null,
        null,
        cast(round(100.0 * pair.result / pair.target) as integer)
    ) as target_realisation_pct,
    case
        when pair.relation in ('capacity', 'phase') then pair.relation
        when pair.result is null then 'no_result'
    end as reason,
    pair.relation,
    pair.note,
    concat_ws(
        ', ',
        publisher_of(pair.source_id),
        nullif(publisher_of(pair.result_source_id), publisher_of(pair.source_id))
    ) as source_names,
    claim.note as claim,
    publisher_of(claim.source_id) as claim_publisher,
    claim.as_of_text as claim_as_of_text,
    claim.as_of_precision as claim_as_of_precision,
    pair.status,
    case
        when 'sample' in (pair.status, pair.result_status) then 'sample'
        when pair.result is null then pair.status
        else 'estimated'
    end as realisation_status,
    pair.programme_id,
    pair.indicator,
    pair.target_group,
    pair.phase,
    pair.source_id,
    pair.result_source_id,
    pair.release_id,
    pair.line,
from pair
left join claim
    on claim.programme_id = pair.programme_id
    and claim.indicator = pair.indicator
    and pair.target_group = 'all'
order by pair.programme_name, pair.target_group <> 'all', pair.line;
