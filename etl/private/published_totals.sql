-- Which totals of this programme do public sources state exactly?
select
    cell.subject,
    cell.dimension,
    cell.category,
    result.value,
from programme_result as result
inner join (
    values
        ('participants', 'person', '', ''),
        ('trajectories', 'participation', '', ''),
        ('placements', 'exit', 'outcome', 'new_job'),
        ('vouchers', 'voucher', '', ''),
        ('vacancies_registered', 'vacancy', '', ''),
        ('employers', 'employer', '', '')
) as cell (indicator, subject, dimension, category)
    on cell.indicator = result.indicator
where
    result.programme_id = $programme_id
    and result.breakdown = 'total'
    and result."precision" = 'exact'
    and result.value is not null;
