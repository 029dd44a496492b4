-- How many records does each programme that delivered count, in protected numbers?
-- Each number is protected by itself: numbers do not add up. Only vouchers have amounts.
select
    programme_cell.programme_id,
    programme.name as programme_name,
    programme_cell.subject,
    label_of('subject', programme_cell.subject) as subject_label,
    programme_cell.dimension_1,
    label_of('dimension', programme_cell.dimension_1) as dimension_1_label,
    programme_cell.category_1,
    category_1.label as category_1_label,
    programme_cell.dimension_2,
    label_of('dimension', programme_cell.dimension_2) as dimension_2_label,
    programme_cell.category_2,
    category_2.label as category_2_label,
    programme_cell.period_kind,
    nullif(programme_cell.period, '') as period,
    coalesce(period.label, 'hele looptijd') as period_label,
    period.ends_on as period_ends_on,
    programme_cell.number,
    programme_cell.sign as number_sign,
    programme_cell.granted_eur,
    case
        when programme_cell.granted_eur is not null then null
        when programme_cell.subject in ('voucher', 'withdrawn_voucher') then 'withheld'
        else 'not_applicable'
    end as granted_eur_sign,
    programme_cell.paid_eur,
    case
        when programme_cell.paid_eur is not null then null
        when programme_cell.subject in ('voucher', 'withdrawn_voucher') then 'withheld'
        else 'not_applicable'
    end as paid_eur_sign,
    delivery.as_of_on,
    programme_cell.status,
    release.publisher as source,
    release.retrieved_on,
    release.modified_on,
    programme_cell.release_id,
from programme_cell
inner join programme on programme.programme_id = programme_cell.programme_id
inner join programme_delivery as delivery
    on delivery.programme_id = programme_cell.programme_id
inner join programme_category as category_1
    on category_1.dimension = programme_cell.dimension_1
    and category_1.category = programme_cell.category_1
inner join programme_category as category_2
    on category_2.dimension = programme_cell.dimension_2
    and category_2.category = programme_cell.category_2
left join period on period.period = programme_cell.period
left join release on release.release_id = programme_cell.release_id
where
    (programme_cell.status <> 'sample' or $with_sample)
    and works_in(programme_cell.programme_id, $province_codes)
order by
    programme_cell.programme_id,
    programme_cell.subject,
    programme_cell.dimension_1,
    programme_cell.dimension_2,
    programme_cell.period_kind,
    programme_cell.period,
    programme_cell.category_1,
    programme_cell.category_2;
