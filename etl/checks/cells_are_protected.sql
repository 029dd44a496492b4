-- Elk getoond aantal is afgerond en niet klein, en elk bedrag staat bij een getoond aantal.
select
    programme_cell.programme_id,
    programme_cell.subject,
    programme_cell.dimension_1,
    programme_cell.dimension_2,
    programme_cell.period,
    programme_cell.number,
from programme_cell
inner join programme_delivery using (programme_id)
where
    programme_cell.number % programme_delivery.count_base <> 0
    or programme_cell.number < programme_delivery.small_count
    or (programme_cell.number is null) <> (coalesce(programme_cell.sign, '') = 'withheld')
    or (
        programme_cell.number is null
        and coalesce(programme_cell.granted_eur, programme_cell.paid_eur) is not null
    )
    or programme_cell.granted_eur % programme_delivery.euro_base <> 0
    or programme_cell.paid_eur % programme_delivery.euro_base <> 0
    or (programme_cell.subject, programme_cell.dimension_1, programme_cell.dimension_2) not in (
        select (subject, dimension_1, dimension_2) from programme_table
    );
