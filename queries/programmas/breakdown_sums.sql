-- Where do the published parts of a result not add up to its published total?
with part as (
    select
        programme_id,
        as_of_text,
        source_id,
        breakdown,
        sum(value) as sum_of_parts,
        count(distinct indicator) as indicators,
        any_value(release_id) as release_id,
    from programme_result
    where
        programme_id = $programme_id
        and (status <> 'sample' or $with_sample)
        and breakdown = 'target_group'
        and unit <> 'percent'
        and indicator in ('vouchers', 'participants')
    group by all
)

select
    programme_result.value as total,
    part.sum_of_parts,
    label_of('unit', programme_result.unit) as unit_label,
    programme_result.as_of_text,
    programme_result.as_of_precision,
    source.publisher,
    programme_result.status,
    programme_result.source_id,
    programme_result.release_id,
from part
inner join programme_result using (programme_id, as_of_text, source_id)
inner join source on source.source_id = programme_result.source_id
where
    programme_result.breakdown = 'total'
    and part.indicators > 1
    and part.sum_of_parts <> programme_result.value;
