-- What does an imported file hold, and which of its rows are totals that were left out?
with total as (
    select tension.line, tension.sheet, tension.region, tension.occupation
    from raw.tension
    anti join occupation_tension using (release_id, line)
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
from occupation_tension;
