-- Geen schooljaar van een bron mengt gepubliceerde en verzonnen cijfers.
with figure as (
    select 'mbo_students' as table_name, source_id, school_year, status from mbo_students
    union all by name
    select 'mbo_graduates' as table_name, source_id, school_year, status from mbo_graduates
)

select
    table_name,
    source_id,
    school_year,
from figure
group by all
having count(distinct status) > 1;
