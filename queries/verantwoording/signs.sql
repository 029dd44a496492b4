-- Which marks stand where a figure is missing or rounded away, and how often per table?
with marked as (
    select 'Openstaande vacatures' as table_label, sign, status from vacancies where sign is not null
    union all by name
    select 'Beroepsbevolking' as table_label, sign, status from labour_force where sign is not null
    union all by name
    select 'Spanning (CBS)' as table_label, sign, status from cbs_tension where sign is not null
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
