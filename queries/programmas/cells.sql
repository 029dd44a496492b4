-- How many records do these programmes count per category of one or two dimensions?
-- Each number is protected by itself: numbers are not added up here, nor over programmes. A share is
-- one shown number of another: of all, or of all in the category of the second dimension.
select
    programme.name as programme_name,
    label_of('subject', cell.subject) as subject_label,
    one.label as category_1_label,
    two.label as category_2_label,
    coalesce(period.label, 'hele looptijd') as period_label,
    cell.number,
    cell.sign,
    whole.number as whole_number,
    whole.sign as whole_number_sign,
    cast(round(100.0 * cell.number / whole.number) as integer) as of_whole_pct,
    if('withheld' in (cell.sign, whole.sign), 'withheld', null) as of_whole_pct_sign,
    cell.granted_eur,
    if(cell.granted_eur is null, 'withheld', null) as granted_eur_sign,
    cell.paid_eur,
    if(cell.paid_eur is null, 'withheld', null) as paid_eur_sign,
    if(cell.status = 'published', 'estimated', cell.status) as share_status,
    cell.status,
    cell.programme_id,
    cell.subject,
    cell.category_1,
    cell.category_2,
    cell.period,
    cell.release_id,
from programme_cell as cell
inner join programme using (programme_id)
inner join programme_category as one
    on one.dimension = cell.dimension_1 and one.category = cell.category_1
inner join programme_category as two
    on two.dimension = cell.dimension_2 and two.category = cell.category_2
left join programme_cell as whole
    on cell.dimension_1 <> ''
    and whole.programme_id = cell.programme_id
    and whole.subject = cell.subject
    and whole.dimension_1 = cell.dimension_2
    and whole.category_1 = cell.category_2
    and whole.dimension_2 = ''
    and whole.period_kind = cell.period_kind
    and whole.period = cell.period
left join period on period.period = cell.period
where
    cell.programme_id in (select unnest($programme_ids))
    and cell.subject = $subject
    and cell.dimension_1 = $dimension_1
    and cell.dimension_2 = $dimension_2
    and cell.period_kind = $period_kind
    and (cell.status <> 'sample' or $with_sample)
order by
    array_position($programme_ids, cell.programme_id),
    cell.period,
    two.position,
    two.label,
    one.position,
    cell.number desc nulls last,
    one.label;
