-- The register and the provenance that lies beside each raw file.
delete from source where kind = 'register';

insert into source by name
select
    source_id,
    kind,
    title,
    publisher,
    licence,
    about,
from entries;

delete from release;

insert into release by name
select
    release_id,
    source as source_id,
    "table" as table_id,
    title,
    publisher,
    url,
    licence,
    status,
    "copy",
    period,
    cast(left(modified, 10) as date) as modified_on,
    cast(retrieved as date) as retrieved_on,
    note,
    rows as row_count,
    sha256,
from sidecars;
