-- Which share of the placements went into technical jobs, and of how many is the sector not named?
-- Occupation field and sector are two breakdowns of the same placements, so they are not added.
with total as (
    select *
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
    programme_name_of(programme_id) as programme_name,
    value as placements,
    technical,
    cast(round(100.0 * technical / value) as integer) as technical_pct,
    sector_named,
    value - sector_named as sector_not_named,
    as_of_text,
    as_of_precision,
    publisher_of(source_id) as publisher,
    status,
    source_id,
    release_id,
from total
inner join named using (programme_id, as_of_text, source_id)
where technical is not null;
