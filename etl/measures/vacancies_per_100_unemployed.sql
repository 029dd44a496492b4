-- Tension of CBS, seasonally adjusted or not: printed in whole numbers.
select
    'vacancies_per_100_unemployed' as measure,
    seasonally_adjusted as breakdown,
    region_code,
    quarter as period,
    vacancies_per_100_unemployed as figure,
    vacancies_per_100_unemployed - 0.5 as figure_low,
    vacancies_per_100_unemployed + 0.5 as figure_high,
    sign,
    status,
    release_status,
    release_ids[1] as release_id,
    release_ids[2] as second_release_id,
    lines[1] as line,
from cbs_tension
union all by name
-- Computed here for the whole country, beside what CBS published: both counts of the same quarter and
-- adjusted for the season alike; unemployed as CBS recalculated them, vacancies printed in hundreds.
select
    'vacancies_per_100_unemployed' as measure,
    open_at.breakdown,
    'NL01' as region_code,
    open_at.quarter as period,
    100.0 * open_at.open_vacancies / base.unemployed as figure,
    100.0 * (open_at.open_vacancies - open_at.margin) / (base.unemployed + 500) as figure_low,
    100.0 * (open_at.open_vacancies + open_at.margin) / (base.unemployed - 500) as figure_high,
    coalesce(open_at.sign, base.sign) as sign,
    if('sample' in (open_at.status, base.status), 'sample', 'estimated') as status,
    open_at.release_status,
    open_at.release_id,
    base.release_id as second_release_id,
    open_at.line,
from (
    select
        'computed' as breakdown,
        ['recalculated', 'monthly'] as bases,
        quarter,
        open_vacancies,
        sign,
        status,
        release_status,
        release_id,
        line,
        margin,
    from vacancies
    where region_code = 'NL01' and sector_code = 'T001081'
    union all by name
    select
        'computed_adjusted' as breakdown,
        ['recalculated_adjusted', 'monthly_adjusted'] as bases,
        period as quarter,
        open_vacancies,
        sign,
        status,
        release_status,
        release_id,
        line,
        50 as margin,
    from national_vacancies
    where series = '80474ned' and sector_code = 'A-U'
) as open_at
inner join labour_force as base
    on base.region_code = 'NL01'
    and base.period = open_at.quarter
    and base.series in open_at.bases
-- The quarters of both tables are the same figures; the one per month has the newest.
qualify row_number() over (
    partition by open_at.breakdown, open_at.quarter
    order by array_position(open_at.bases, base.series)
) = 1
