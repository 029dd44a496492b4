-- How many of those who left still work after 6, 12 and 24 months?
-- Out of those of whom it could be known by then; what is not known, and for whom it is too early,
-- stand apart.
select
    programme_name,
    cast(replace(dimension_1, 'at_work_', '') as integer) as months,
    format('na {} maanden', months) as months_label,
    category_1_label as known_label,
    number,
    sign,
    whole_number,
    whole_number_sign,
    of_whole_low_pct,
    of_whole_high_pct,
    of_whole_pct_sign,
    as_of_on,
    share_status,
    cell.status,
    programme_id,
    category_1 as known,
    cell.release_id,
from named_cell as cell
inner join programme_delivery using (programme_id)
where
    programme_id in (select unnest($programme_ids))
    and subject = 'exit'
    and dimension_1 in ('at_work_6', 'at_work_12', 'at_work_24')
    and dimension_2 = ''
    and period_kind = 'all'
    and (cell.status <> 'sample' or $with_sample)
order by array_position($programme_ids, programme_id), months, position_1;
