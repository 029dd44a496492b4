-- What do these terms mean?
select
    term,
    title,
    definition,
    source,
from definition
where term in (select unnest($terms))
order by title;
