-- Which categories do the sources hold that have no place in this monitor?
select
    source.title as source_title,
    unmapped_category.table_id,
    unmapped_category.column_name as column_label,
    unmapped_category.category as category_label,
    unmapped_category.row_count,
from unmapped_category
inner join source using (source_id)
order by source.title, unmapped_category.table_id, column_label, category_label;
