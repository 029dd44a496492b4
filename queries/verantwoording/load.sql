-- When was this database built?
select
    built_at,
    inputs_sha256,
    duckdb_version,
from load;
