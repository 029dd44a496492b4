-- Elk leeg cijfer zegt waarom het leeg is, en 'minder dan 50' staat alleen bij 0,0.
select
    source_id,
    region_code,
    quarter as period,
    open_vacancies as value,
    sign,
    release_id,
    line,
from vacancies
where (open_vacancies is null) <> (coalesce(sign, '') in ('missing', 'secret', 'not_applicable'))
    or (open_vacancies = 0) <> (coalesce(sign, '') in ('below_half_unit', 'nil'))
union all by name
select
    source_id,
    region_code,
    uwv_group_code as occupation_code,
    quarter as period,
    coalesce(open_vacancies, ww_under_6_months) as value,
    coalesce(vacancies_sign, ww_sign, ratio_sign, class_sign) as sign,
    release_id,
    line,
from occupation_tension
where (open_vacancies is null) <> (coalesce(vacancies_sign, 'nil') <> 'nil')
    or (ww_under_6_months is null) <> (coalesce(ww_sign, 'nil') <> 'nil')
    or (tension_ratio is null) <> (ratio_sign is not null)
    or (tension_class is null) <> (class_sign is not null)
union all by name
select
    source_id,
    region_code,
    period,
    employed as value,
    sign,
    release_id,
    line,
from labour_force
where labour_force.labour_force + employed + unemployed + unemployment_pct is null and sign is null
union all by name
select
    source_id,
    sector_code,
    period,
    open_vacancies as value,
    sign,
    release_id,
    line,
from national_vacancies
where open_vacancies is null and vacancies_per_1000_jobs is null and sign is null
union all by name
select
    source_id,
    region_code,
    coalesce(occupation_code, sector_code, origin) as occupation_code,
    coalesce(period, quarter, year, month, school_year) as period,
    null as value,
    sign,
    release_id,
    line,
from query_table(
    [
        'employment', 'occupation_education', 'cbs_tension', 'created_vacancies', 'ww_benefits',
        'mbo_students', 'mbo_graduates', 'mbo_entrants',
    ],
    true
)
where
    sign is null
    and coalesce(
        employed, high_edu_share, vacancies_per_100_unemployed, created_vacancies, ww_benefits,
        students, graduates, entrants
    ) is null;
