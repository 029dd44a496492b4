-- Which programmes delivered from which techniekdomein to which people went?
select distinct
    programme.name as programme_name,
    programme_id,
    if('sample' in (programme.status, cell.status), 'sample', 'estimated') as status,
from programme_cell as cell
inner join programme using (programme_id)
where
    cell.subject = 'exit'
    and cell.dimension_1 = 'from_field'
    and cell.dimension_2 = 'to_field'
    and ('sample' not in (programme.status, cell.status) or $with_sample)
order by status desc, programme_name;
