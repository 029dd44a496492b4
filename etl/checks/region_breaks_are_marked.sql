-- Elke regio die van het ene op het andere jaar een gemeente kreeg of afstond, heeft daar een breuk.
with link as (
    unpivot region_link
    on arbeidsmarktregio_code, corop_code, provincie_code
    into name kind value region_code
),

moved as (
    select
        old.region_code as old_code,
        new.region_code as new_code,
        new.year,
    from link as old
    inner join link as new
        on new.municipality_code = old.municipality_code
        and new.kind = old.kind
        and new.year = old.year + 1
    where new.region_code <> old.region_code
)

select distinct
    moved.year,
    unnest([moved.old_code, moved.new_code]) as region_code,
from moved
where
    (moved.old_code, moved.year) not in (
        select (region_break.region_code, region_break.year) from region_break
    )
    or (moved.new_code, moved.year) not in (
        select (region_break.region_code, region_break.year) from region_break
    )
order by all;
