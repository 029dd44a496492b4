-- Of which sources are fictitious figures loaded, and is there a real file of UWV?
select
    source.source_id,
    source.title,
    exists (
        select 1
        from release as real
        where real.source_id = 'uwv_tension' and real.status <> 'sample'
    ) as has_real_uwv,
from source
where source.source_id in (
    select release.source_id
    from release
    where release.status = 'sample'
)
order by source.title;
