-- What do these terms, or all, mean?
select
    title,
    definition,
    source,
    term,
from definition
where cast($terms as text[]) is null or term in (select unnest(cast($terms as text[])))
order by title;
