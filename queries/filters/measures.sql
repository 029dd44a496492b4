-- By which measures can regions be compared?
select
    measure,
    label,
    unit,
    decimals,
    source_id,
    term,
    how_to_load,
from measure
order by position;
