-- Elk leeg cijfer zegt waarom het leeg is, en 'minder dan 50' staat alleen bij 0,0.
select
    'vacancies' as table_name,
    region_code,
    quarter as period,
    open_vacancies as value,
    sign,
from vacancies
where (open_vacancies is null) <> (coalesce(sign, '') in ('missing', 'secret', 'not_applicable'))
    or (open_vacancies = 0) <> (coalesce(sign, '') in ('below_half_unit', 'nil'))
union all by name
select
    'employment' as table_name,
    region_code,
    occupation_code,
    period,
    employed as value,
    sign,
from employment
where employed is null and sign is null
union all by name
select
    'cbs_tension' as table_name,
    region_code,
    quarter as period,
    vacancies_per_100_unemployed as value,
    sign,
from cbs_tension
where vacancies_per_100_unemployed is null and sign is null
union all by name
select
    'labour_force' as table_name,
    region_code,
    period,
    employed as value,
    sign,
from labour_force
where (labour_force is null or employed is null or unemployed is null or unemployment_pct is null)
    and sign is null;
