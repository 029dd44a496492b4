-- Which part of the vouchers, their euros, and the outcomes of this programme went to what was tight?
-- Tight and very tight together are a sum of two protected numbers, so approximate: the bounds are
-- those of the rounding of each number.
with rules as (
    select
        programme_id,
        count_base // 2 as half,
        euro_base / 2 as half_eur,
    from programme_delivery
    where programme_id = $programme_id and (status <> 'sample' or $with_sample)
),

whole as (
    select cell.*
    from programme_cell as cell
    inner join rules using (programme_id)
    where
        cell.subject in ('voucher', 'placed', 'kept', 'learned')
        and cell.dimension_1 = ''
        and cell.period_kind = 'all'
),

divided as (
    select
        cell.subject,
        count(*) filter (class.is_tight) as tight_cells,
        count(cell.number) filter (class.is_tight) as tight_shown,
        sum(cell.number) filter (class.is_tight) as tight_number,
        count(cell.granted_eur) filter (class.is_tight) as tight_eur_shown,
        sum(cell.granted_eur) filter (class.is_tight) as tight_eur,
        max(cell.number) filter (cell.category_1 = 'unknown') as unknown_number,
        max(cell.granted_eur) filter (cell.category_1 = 'unknown') as unknown_eur,
        max(cell.status) filter (cell.status <> 'published') as status,
    from programme_cell as cell
    inner join rules using (programme_id)
    left join tension_class as class on class.tension_class = cell.category_1
    where
        cell.dimension_1 = 'tension_class'
        and cell.dimension_2 = ''
        and cell.period_kind = 'all'
    group by cell.subject
),

known as (
    select
        whole.programme_id,
        whole.subject,
        whole.number,
        whole.sign,
        whole.granted_eur,
        whole.release_id,
        if(divided.tight_shown = divided.tight_cells, divided.tight_number, null) as tight_number,
        if(divided.tight_eur_shown = divided.tight_cells, divided.tight_eur, null) as tight_eur,
        divided.tight_cells,
        divided.unknown_number,
        divided.unknown_eur,
        rules.half,
        rules.half_eur,
        if('sample' in (whole.status, divided.status), 'sample', 'estimated') as status,
        whole.status as programme_status,
    from whole
    inner join divided using (subject)
    inner join rules using (programme_id)
)

select
    programme.name as programme_name,
    label_of('subject', known.subject) as subject_label,
    known.number,
    known.sign,
    known.tight_number,
    if(known.tight_number is null, 'withheld', null) as tight_number_sign,
    cast(round(100.0 * known.tight_number / known.number) as integer) as tight_pct,
    if(tight_pct is null, 'withheld', null) as tight_pct_sign,
    share_within(
        known.tight_number - known.tight_cells * known.half, known.number + known.half
    ) as tight_low_pct,
    share_within(
        known.tight_number + known.tight_cells * known.half, known.number - known.half
    ) as tight_high_pct,
    cast(round(100.0 * known.unknown_number / known.number) as integer) as unknown_pct,
    if(known.unknown_number is null, 'withheld', null) as unknown_pct_sign,
    known.granted_eur,
    case
        when known.subject <> 'voucher' then 'not_applicable'
        when known.granted_eur is null then 'withheld'
    end as granted_eur_sign,
    known.tight_eur,
    case
        when known.subject <> 'voucher' then 'not_applicable'
        when known.tight_eur is null then 'withheld'
    end as tight_eur_sign,
    cast(round(100.0 * known.tight_eur / known.granted_eur) as integer) as tight_eur_pct,
    case
        when known.subject <> 'voucher' then 'not_applicable'
        when tight_eur_pct is null then 'withheld'
    end as tight_eur_pct_sign,
    share_within(
        known.tight_eur - known.tight_cells * known.half_eur, known.granted_eur + known.half_eur
    ) as tight_eur_low_pct,
    share_within(
        known.tight_eur + known.tight_cells * known.half_eur, known.granted_eur - known.half_eur
    ) as tight_eur_high_pct,
    cast(round(100.0 * known.unknown_eur / known.granted_eur) as integer) as unknown_eur_pct,
    known.status,
    known.programme_id,
    known.subject,
    known.release_id,
from known
inner join programme using (programme_id)
-- The tension beside a real programme is real, or is left out.
where (known.status = 'sample') = (known.programme_status = 'sample')
order by array_position(['voucher', 'placed', 'kept', 'learned'], known.subject);
