-- One row per registered target of a programme that delivered, beside what its delivery counts in the
-- same unit and for the same group; number is NULL where that is not shown (sign) or not counted.
create view programme_counted as
select
    target.programme_id,
    target.indicator,
    target.target_group,
    target.phase,
    target.target,
    target."precision" as target_precision,
    target.unit,
    target.relation,
    target.source_id as target_source_id,
    target.release_id as target_release_id,
    target.line,
    delivery.as_of_on,
    cell.number,
    cell.sign,
    cell.subject is not null as is_counted,
    if('sample' in (target.status, delivery.status), 'sample', 'estimated') as realisation_status,
    delivery.status,
    delivery.release_id,
from programme_target as target
inner join programme_delivery as delivery using (programme_id)
left join target_unit as counted using (indicator, unit)
left join programme_cell as cell
    on cell.programme_id = target.programme_id
    and cell.subject = counted.subject
    and cell.period_kind = 'all'
    and case
        when target.target_group = 'all'
            then
                cell.dimension_1 = counted.dimension
                and cell.category_1 = counted.category
                and cell.dimension_2 = ''
        when counted.dimension = ''
            then
                cell.dimension_1 = 'target_group'
                and cell.category_1 = target.target_group
                and cell.dimension_2 = ''
        else
            cell.dimension_1 = counted.dimension
            and cell.category_1 = counted.category
            and cell.dimension_2 = 'target_group'
            and cell.category_2 = target.target_group
    end;
