-- By which measures can regions of this kind be compared?
-- First the one to begin with: that knows no difference between large and small regions and is
-- published there. The others stand in the order of data/reference/measure.csv.
select
    measure,
    label,
    unit,
    decimals,
    source_id,
    term,
    how_to_load,
    why,
    is_published,
from measure
left join measure_level using (measure)
where coalesce(kind, $kind) = $kind
order by
    position <> min(position) filter (not is_count and is_published) over (),
    position;
