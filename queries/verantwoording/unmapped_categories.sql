-- Which categories do the sources hold that have no place in this monitor?
select
    title as source_title,
    table_id,
    column_name as column_label,
    category as category_label,
    row_count,
from unmapped_category
inner join source using (source_id)
order by title, table_id, column_label, category_label;
