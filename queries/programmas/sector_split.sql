-- Which share of the placements went into technical jobs, and of how many is the sector not named?
-- Occupation field and sector are two breakdowns of the same placements, so they are not added.
with total as (
    select
        programme_id,
        as_of_text,
        as_of_precision,
        source_id,
        value,
        status,
        release_id,
    from programme_result
    where
        programme_id = $programme_id
        and indicator = 'placements'
        and breakdown = 'total'
        and value is not null
        and (status <> 'sample' or $with_sample)
    qualify row_number() over (order by as_of_last desc nulls last) = 1
),

named as (
    select
        programme_id,
        as_of_text,
        source_id,
        sum(value) filter (where breakdown = 'occupation_field' and category = 'technical')
            as technical,
        sum(value) filter (where breakdown = 'sector') as sector_named,
    from programme_result
    where indicator = 'placements'
    group by all
)

select
    programme.name as programme_name,
    total.value as placements,
    named.technical,
    cast(round(100.0 * named.technical / total.value) as integer) as technical_pct,
    named.sector_named,
    total.value - named.sector_named as sector_not_named,
    total.as_of_text,
    total.as_of_precision,
    source.publisher,
    total.status,
    total.source_id,
    total.release_id,
from total
inner join named using (programme_id, as_of_text, source_id)
inner join programme using (programme_id)
inner join source on source.source_id = total.source_id
where named.technical is not null;
