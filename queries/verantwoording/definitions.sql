-- What do the terms mean?
select
    title,
    definition,
    source,
    term,
from definition
order by title;
