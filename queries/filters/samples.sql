-- Of which sources are fictitious figures loaded, and is there a real file of UWV or a real delivery?
select
    source_id,
    title,
    exists (from release where source_id = 'uwv_tension' and status <> 'sample')
    or exists (from programme_delivery where status <> 'sample') as has_real,
from source
where source_id in (select source_id from release where status = 'sample')
order by title;
