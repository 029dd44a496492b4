-- How many records do these programmes count per category of one or two dimensions?
-- Each number is protected by itself: numbers are not added up here, nor over programmes. A share is
-- that of one shown number in another, with the range of their rounding: of all, or of all in the
-- category of the second dimension.
select
    programme_name,
    subject_label,
    category_1_label,
    category_2_label,
    period_label,
    number,
    sign,
    whole_number,
    whole_number_sign,
    of_whole_low_pct,
    of_whole_high_pct,
    of_whole_pct_sign,
    granted_eur,
    granted_eur_sign,
    paid_eur,
    paid_eur_sign,
    share_status,
    status,
    programme_id,
    subject,
    category_1,
    category_2,
    period,
    release_id,
from named_cell
where
    programme_id in (select unnest($programme_ids))
    and subject = $subject
    and dimension_1 = $dimension_1
    and dimension_2 = $dimension_2
    and period_kind = $period_kind
    and (status <> 'sample' or $with_sample)
order by
    array_position($programme_ids, programme_id),
    period,
    position_2,
    category_2_label,
    position_1,
    number desc nulls last,
    category_1_label;
