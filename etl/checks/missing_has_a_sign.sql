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
    'occupation_tension' as table_name,
    region_code,
    uwv_group_code as occupation_code,
    quarter as period,
    coalesce(open_vacancies, ww_under_6_months) as value,
    coalesce(vacancies_sign, ww_sign, ratio_sign, class_sign) as sign,
from occupation_tension
where (open_vacancies is null) <> (coalesce(vacancies_sign, 'nil') <> 'nil')
    or (ww_under_6_months is null) <> (coalesce(ww_sign, 'nil') <> 'nil')
    or (tension_ratio is null) <> (ratio_sign is not null)
    or (tension_class is null) <> (class_sign is not null)
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
    and sign is null
union all by name
select
    'created_vacancies' as table_name,
    occupation_code,
    year as period,
    created_vacancies as value,
    sign,
from created_vacancies
where created_vacancies is null and sign is null
union all by name
select
    'ww_benefits' as table_name,
    region_code,
    month as period,
    ww_benefits as value,
    sign,
from ww_benefits
where ww_benefits is null and sign is null
union all by name
select
    'mbo_students' as table_name,
    region_code,
    school_year as period,
    students as value,
    sign,
from mbo_students
where students is null and sign is null
union all by name
select
    'mbo_graduates' as table_name,
    region_code,
    school_year as period,
    graduates as value,
    sign,
from mbo_graduates
where graduates is null and sign is null
union all by name
select
    'mbo_entrants' as table_name,
    origin,
    school_year as period,
    entrants as value,
    sign,
from mbo_entrants
where entrants is null and sign is null
union all by name
select
    'national_vacancies' as table_name,
    sector_code,
    period,
    open_vacancies as value,
    sign,
from national_vacancies
where open_vacancies is null and vacancies_per_1000_jobs is null and sign is null;
