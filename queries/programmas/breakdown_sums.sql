-- Where do the published parts of a result not add up to its published total?
with part as (
    select
        programme_id,
        as_of_text,
        source_id,
        sum(value) as sum_of_parts,
        count(distinct indicator) as indicators,
    from programme_result
    where
        breakdown = 'target_group'
        and unit <> 'percent'
        and indicator in ('vouchers', 'participants')
    group by all
)

select
    value as total,
    sum_of_parts,
    label_of('unit', unit) as unit_label,
    as_of_text,
    as_of_precision,
    publisher_of(source_id) as publisher,
    status,
    source_id,
    release_id,
from part
inner join programme_result using (programme_id, as_of_text, source_id)
where
    programme_id = $programme_id
    and (status <> 'sample' or $with_sample)
    and breakdown = 'total'
    and indicators > 1
    and sum_of_parts <> value;
