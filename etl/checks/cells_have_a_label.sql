-- Elke categorie van een beschermde tabel heeft een Nederlandse naam.
with shown as (
    select dimension_1 as dimension, category_1 as category from programme_cell
    union
    select dimension_2 as dimension, category_2 as category from programme_cell
)

select dimension, category
from shown
anti join programme_category using (dimension, category);
