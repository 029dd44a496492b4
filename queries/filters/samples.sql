-- Of which sources are fictitious figures loaded, and is there a real file of UWV or a real delivery?
select
    source.source_id,
    source.title,
    exists (
        select 1
        from release as real
        where real.source_id = 'uwv_tension' and real.status <> 'sample'
    ) or exists (
        select 1
        from programme_delivery
        where programme_delivery.status <> 'sample'
    ) as has_real,
from source
where source.source_id in (
    select release.source_id
    from release
    where release.status = 'sample'
)
order by source.title;
