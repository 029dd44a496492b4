-- Which releases do not fit and are left out, which counts in their place, and what is wrong with them?
select
    source.title as source_title,
    left_out.release_id as left_out_label,
    coalesce(in_place, 'geen: dit bestand blijft leeg') as in_place_label,
    if(file = left_out.release_id, null, file) as found_in_label,
    line,
    column_name as column_label,
    value as value_label,
    reason as reason_label,
from left_out
inner join source using (source_id)
order by source.title, left_out.release_id, position;
