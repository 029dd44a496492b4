-- How many of those who left still work after 6, 12 and 24 months?
-- Out of all who left; what cannot be measured yet and what is not known stand apart.
with cell as (
    select *
    from programme_cell
    where
        subject = 'exit'
        and dimension_1 in ('at_work_6', 'at_work_12', 'at_work_24', '')
        and dimension_2 = ''
        and period_kind = 'all'
        and programme_id in (select unnest($programme_ids))
        and (status <> 'sample' or $with_sample)
)

select
    programme.name as programme_name,
    cast(replace(cell.dimension_1, 'at_work_', '') as integer) as months,
    category.label as known_label,
    cell.number,
    cell.sign,
    whole.number as exits,
    cast(round(100.0 * cell.number / whole.number) as integer) as share_pct,
    cell.status,
    cell.programme_id,
    cell.category_1 as known,
    cell.release_id,
from cell
inner join programme using (programme_id)
inner join programme_category as category
    on category.dimension = cell.dimension_1 and category.category = cell.category_1
inner join cell as whole
    on whole.programme_id = cell.programme_id and whole.dimension_1 = ''
where cell.dimension_1 <> ''
order by
    array_position($programme_ids, cell.programme_id),
    months,
    array_position(['yes', 'no', 'unknown', 'too_early'], cell.category_1);
