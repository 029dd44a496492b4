-- Which marks stand where a figure is missing or rounded away, and how often per table?
with marked as (
    select 'Openstaande vacatures' as table_label, sign, status from vacancies where sign is not null
    union all by name
    select 'Beroepsbevolking' as table_label, sign, status from labour_force where sign is not null
    union all by name
    select 'Spanning (CBS)' as table_label, sign, status from cbs_tension where sign is not null
    union all by name
    select 'Vacatures (UWV)' as table_label, vacancies_sign as sign, status
    from occupation_tension where vacancies_sign is not null
    union all by name
    select 'Kortdurende WW (UWV)' as table_label, ww_sign as sign, status
    from occupation_tension where ww_sign is not null
    union all by name
    select 'Studenten mbo' as table_label, sign, status from mbo_students where sign is not null
    union all by name
    select 'Gediplomeerden mbo' as table_label, sign, status from mbo_graduates
    where sign is not null
)

select
    marked.table_label,
    code_label.label as sign_label,
    count(*) as figures,
    marked.sign as sign_code,
    marked.status,
from marked
inner join code_label on code_label.list = 'sign' and code_label.code = marked.sign
group by all
order by all;
