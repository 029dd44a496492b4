-- How many of those who left still work after 6, 12 and 24 months?
-- Out of all who left; what cannot be measured yet and what is not known stand apart.
with cell as (
    select
        programme_cell.*,
        programme_delivery.as_of_on,
    from programme_cell
    inner join programme_delivery using (programme_id)
    where
        subject = 'exit'
        and dimension_1 in ('at_work_6', 'at_work_12', 'at_work_24', '')
        and dimension_2 = ''
        and period_kind = 'all'
        and programme_cell.programme_id in (select unnest($programme_ids))
        and (programme_cell.status <> 'sample' or $with_sample)
)

select
    programme.name as programme_name,
    cast(replace(cell.dimension_1, 'at_work_', '') as integer) as months,
    'na ' || replace(cell.dimension_1, 'at_work_', '') || ' maanden' as months_label,
    category.label as known_label,
    cell.number,
    cell.sign,
    whole.number as whole_number,
    whole.sign as whole_number_sign,
    cast(round(100.0 * cell.number / whole.number) as integer) as of_whole_pct,
    if(cell.number is null or whole.number is null, 'withheld', null) as of_whole_pct_sign,
    cell.as_of_on,
    if(cell.status = 'published', 'estimated', cell.status) as share_status,
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
