-- What does an imported file hold, which of its rows are totals that were left out, and which of its
-- regions have a name that is no longer theirs?
with total as (
    select distinct tension.line, tension.sheet, tension.region, tension.occupation
    from raw.tension
    anti join published using (release_id, sheet, line)
),

renamed as (
    select
        trim(published.region) as name,
        min(published.quarter_code) as first_quarter,
        max(published.quarter_code) as last_quarter,
        any_value(published.region_code) as region_code,
        any_value(region.valid_to_year) as valid_to_year,
    from published
    inner join region
        on region.region_code = published.region_code
        and contains(
            replace(plain(published.region), ' ', ''), replace(plain(region.name), ' ', '')
        )
        and cast(left(published.quarter_code, 4) as integer) > region.valid_to_year
    group by trim(published.region)
)

select
    format(
        '{} regions x {} occupation groups x {} quarters ({} to {}), {} rows, {} with a figure '
        'that is suppressed or missing',
        count(distinct region_code),
        count(distinct uwv_group_code),
        count(distinct quarter),
        min(quarter),
        max(quarter),
        count(*),
        count(*) filter (vacancies_sign in ('missing', 'secret', 'below_ten')
            or ww_sign in ('missing', 'secret', 'below_ten'))
    ) as loaded,
    min(quarter) || '-' || max(quarter) as period,
    (
        select coalesce(
            list(
                format(
                    '{}row {}: a total ({} / {}), not loaded',
                    if(sheet = '', '', 'sheet ' || sheet || ', '), line, region, occupation
                )
                order by sheet, line
            ),
            []
        )
        from total
    ) as totals,
    (
        select coalesce(
            list(
                format(
                    '{} was the name of {} up to {} and is read as {} in {} to {}; check that the '
                    'figures are of the region with its borders of then',
                    name, region_code, valid_to_year, region_code, first_quarter, last_quarter
                )
                order by name
            ),
            []
        )
        from renamed
    ) as renamed,
from occupation_tension;
