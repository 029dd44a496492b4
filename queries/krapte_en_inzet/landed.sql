-- Which part of the vouchers, their euros, and the outcomes of this programme went to what was tight?
-- Tight and very tight together are a sum of two protected numbers, so approximate: the bounds are
-- those of the rounding of each number.
with cell as (
    select
        programme_cell.*,
        count_base // 2 as half,
        euro_base / 2 as half_eur,
    from programme_cell
    inner join programme_delivery as delivery using (programme_id)
    where
        programme_id = $programme_id
        and (delivery.status <> 'sample' or $with_sample)
        and dimension_2 = ''
        and period_kind = 'all'
),

divided as (
    select
        subject,
        count(*) filter (is_tight) as tight_cells,
        if(count(number) filter (is_tight) = tight_cells, sum(number) filter (is_tight), null)
            as tight_number,
        if(
            count(granted_eur) filter (is_tight) = tight_cells,
            sum(granted_eur) filter (is_tight),
            null
        ) as tight_eur,
        max(number) filter (category_1 = 'unknown') as unknown_number,
        max(granted_eur) filter (category_1 = 'unknown') as unknown_eur,
        max(status) filter (status <> 'published') as status,
    from cell
    left join tension_class on tension_class.tension_class = category_1
    where dimension_1 = 'tension_class'
    group by subject
)

select
    programme_name_of(programme_id) as programme_name,
    label_of('subject', subject) as subject_label,
    number,
    whole.sign,
    tight_number,
    if(tight_number is null, 'withheld', null) as tight_number_sign,
    tight.low_pct as tight_low_pct,
    tight.high_pct as tight_high_pct,
    tight.sign as tight_pct_sign,
    unknown_number,
    if(unknown_number is null, 'withheld', null) as unknown_number_sign,
    unknown.low_pct as unknown_low_pct,
    unknown.high_pct as unknown_high_pct,
    unknown.sign as unknown_pct_sign,
    granted_eur,
    case
        when subject <> 'voucher' then 'not_applicable'
        when granted_eur is null then 'withheld'
    end as granted_eur_sign,
    tight_eur,
    case
        when subject <> 'voucher' then 'not_applicable'
        when tight_eur is null then 'withheld'
    end as tight_eur_sign,
    tight_euros.low_pct as tight_eur_low_pct,
    tight_euros.high_pct as tight_eur_high_pct,
    if(subject = 'voucher', tight_euros.sign, 'not_applicable') as tight_eur_pct_sign,
    unknown_euros.low_pct as unknown_eur_low_pct,
    unknown_euros.high_pct as unknown_eur_high_pct,
    if(subject = 'voucher', unknown_euros.sign, 'not_applicable') as unknown_eur_pct_sign,
    if('sample' in (whole.status, divided.status), 'sample', 'estimated') as status,
    programme_id,
    subject,
    release_id,
from cell as whole
inner join divided using (subject)
cross join lateral (
    select unnest(rate_of(tight_number, number, half, parts := tight_cells)),
) as tight
cross join lateral (select unnest(rate_of(unknown_number, number, half))) as unknown
cross join lateral (
    select unnest(rate_of(tight_eur, granted_eur, half_eur, number, parts := tight_cells)),
) as tight_euros
cross join lateral (
    select unnest(rate_of(unknown_eur, granted_eur, half_eur, number)),
) as unknown_euros
where
    subject in ('voucher', 'placed', 'kept', 'learned')
    and dimension_1 = ''
    -- The tension beside a real programme is real, or is left out.
    and (whole.status = 'sample' or divided.status is distinct from 'sample')
order by array_position(['voucher', 'placed', 'kept', 'learned'], subject);
