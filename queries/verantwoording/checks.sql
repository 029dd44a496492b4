-- Which rules were checked before these figures were published?
select
    sentence,
    offending_rows,
    rule,
from check_result
order by rule;
