-- Which programmes delivered from which techniekdomein to which people went?
select distinct
    programme.name as programme_name,
    programme.programme_id,
    if('sample' in (programme.status, cell.status), 'sample', 'estimated') as status,
from programme
inner join programme_cell as cell using (programme_id)
where
    cell.subject = 'exit'
    and cell.dimension_1 = 'from_field'
    and cell.dimension_2 = 'to_field'
    and (programme.status <> 'sample' or $with_sample)
    and (cell.status <> 'sample' or $with_sample)
order by status desc, programme_name;
