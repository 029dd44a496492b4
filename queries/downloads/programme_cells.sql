-- How many records does each programme that delivered count, in protected numbers?
-- Each number is protected by itself: numbers do not add up. Only vouchers have amounts.
select
    programme_id,
    programme_name,
    subject,
    subject_label,
    dimension_1,
    label_of('dimension', dimension_1) as dimension_1_label,
    category_1,
    category_1_label,
    dimension_2,
    label_of('dimension', dimension_2) as dimension_2_label,
    category_2,
    category_2_label,
    period_kind,
    nullif(named_cell.period, '') as period,
    period_label,
    period.ends_on as period_ends_on,
    number,
    sign as number_sign,
    granted_eur,
    if(subject in ('voucher', 'withdrawn_voucher'), granted_eur_sign, 'not_applicable')
        as granted_eur_sign,
    paid_eur,
    if(subject in ('voucher', 'withdrawn_voucher'), paid_eur_sign, 'not_applicable')
        as paid_eur_sign,
    as_of_on,
    named_cell.status,
    source,
    retrieved_on,
    modified_on,
    named_cell.release_id,
from named_cell
inner join programme_delivery using (programme_id)
left join period on period.period = named_cell.period
left join release_origin on release_origin.release_id = named_cell.release_id
where
    (named_cell.status <> 'sample' or $with_sample)
    and works_in(programme_id, $province_codes)
order by
    programme_id,
    subject,
    dimension_1,
    dimension_2,
    period_kind,
    named_cell.period,
    category_1,
    category_2;
