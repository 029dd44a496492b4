-- Which programmes delivered from which techniekdomein to which people went?
select distinct
    programme_name_of(programme_id) as programme_name,
    programme_id,
    if(status = 'sample', 'sample', 'estimated') as status,
from programme_cell
where
    subject = 'exit'
    and dimension_1 = 'from_field'
    and dimension_2 = 'to_field'
    and (status <> 'sample' or $with_sample)
order by status desc, programme_name;
