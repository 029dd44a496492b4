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
