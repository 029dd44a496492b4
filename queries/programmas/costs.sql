-- What did a voucher cost, and what was budgeted per result?
-- One amount and one number of the same cohort. Voucher costs are what was granted; a budget is
-- divided by its own target, and by what was reached only once the programme has ended.
with voucher as (
    select *
    from programme_cell
    where
        subject in ('voucher', 'voucher_person')
        and dimension_1 = ''
        and period_kind = 'all'
        and (status <> 'sample' or $with_sample)
),

budget as (
    select
        *,
        concat_ws(', ', label_of('budget_kind', budget_kind), nullif(funder, ''))
            as amount_label,
    from programme_budget
    where
        stage in ('available', 'reserved')
        and per = 'programme'
        and (status <> 'sample' or $with_sample)
),

cost as (
    select
        whole.programme_id,
        1 as position,
        if(part.subject = 'voucher', 'voucherkosten per voucher', 'voucherkosten per deelnemer')
            as cost_label,
        'toegekende vouchers' as amount_label,
        whole.granted_eur as amount_eur,
        'exact' as amount_precision,
        if(part.subject = 'voucher', 'toegekende vouchers', 'deelnemers met een voucher')
            as number_label,
        part.number,
        'exact' as number_precision,
        'approximate' as cost_precision,
        coalesce(part.sign, whole.sign, if(whole.granted_eur is null, 'withheld', null)) as sign,
        whole.status,
        if(whole.status = 'published', 'estimated', whole.status) as cost_status,
        whole.release_id,
        if(part.subject = 'voucher', 1, 2) as line,
    from voucher as whole
    inner join voucher as part using (programme_id)
    where whole.subject = 'voucher'
    union all by name
    select
        budget.programme_id,
        2 as position,
        'begroot per beoogd resultaat' as cost_label,
        budget.amount_label,
        budget.amount_eur,
        budget."precision" as amount_precision,
        'doel: ' || label_of('indicator', indicator) as number_label,
        target.target as number,
        target."precision" as number_precision,
        case
            when target."precision" = 'exact' then budget."precision"
            when 'approximate' in (target."precision", budget."precision") then 'approximate'
            when budget."precision" = 'exact'
                then if(target."precision" = 'at_least', 'at_most', 'at_least')
        end as cost_precision,
        if('sample' in (budget.status, target.status), 'sample', budget.status) as status,
        if('sample' in (budget.status, target.status), 'sample', 'estimated') as cost_status,
        budget.release_id,
        target.release_id as second_release_id,
        10 * budget.line + target.line as line,
    from budget
    inner join programme_target as target using (programme_id)
    where
        target.target_group = 'all'
        and coalesce(target.relation, '') not in ('phase', 'capacity')
        and target.indicator in ('placements', 'vouchers', 'participants', 'trajectories')
    union all by name
    select
        budget.programme_id,
        3 as position,
        'begroot per resultaat' as cost_label,
        budget.amount_label,
        budget.amount_eur,
        budget."precision" as amount_precision,
        'geteld: ' || label_of('indicator', indicator) as number_label,
        counted.number,
        'exact' as number_precision,
        if(budget."precision" = 'exact', 'approximate', budget."precision") as cost_precision,
        counted.sign,
        counted.status,
        if('sample' in (budget.status, counted.status), 'sample', 'estimated') as cost_status,
        counted.release_id,
        budget.release_id as second_release_id,
        10 * budget.line + counted.line as line,
    from budget
    inner join programme_counted as counted using (programme_id)
    inner join programme using (programme_id)
    where
        counted.target_group = 'all'
        and counted.is_counted
        and counted.indicator in ('placements', 'vouchers', 'participants', 'trajectories')
        and counted.as_of_on >= programme.ends_on_last
)

select
    programme_name_of(programme_id) as programme_name,
    cost_label,
    amount_label,
    amount_eur,
    amount_precision,
    number_label,
    number,
    number_precision,
    if(cost_precision is null, null, cast(round(amount_eur / number) as integer)) as cost_eur,
    cost_precision,
    sign,
    cost_status,
    status,
    programme_id,
    release_id,
    second_release_id,
from cost
where programme_id in (select unnest($programme_ids))
order by array_position($programme_ids, programme_id), position, line;
