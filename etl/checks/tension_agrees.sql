-- De spanning van CBS past bij de vacatures en werklozen die de bron erbij noemt, binnen de afronding.
-- Vacancies and unemployed are off by at most 500, the ratio by 0.5.
select
    region_code,
    quarter,
    seasonally_adjusted,
    vacancies_per_100_unemployed,
    open_vacancies,
    unemployed,
from cbs_tension
where
    vacancies_per_100_unemployed + 0.5 < 100.0 * (open_vacancies - 500) / (unemployed + 500)
    or vacancies_per_100_unemployed - 0.5 > 100.0 * (open_vacancies + 500) / (unemployed - 500);
