-- What differs between two releases of one file? Needs old_cell and new_cell: key, codes (a map of
-- dimension to code), column_name, value.
create temp table changed as
select
    coalesce(old_cell.key, new_cell.key) as key,
    coalesce(old_cell.column_name, new_cell.column_name) as column_name,
    old_cell.value as old_value,
    new_cell.value as new_value,
    case
        when old_cell.key is null then 'new'
        when new_cell.key is null then 'missing'
        when
            try_cast(trim(old_cell.value) as double) is null
            or try_cast(trim(new_cell.value) as double) is null
            then 'sign'
        else 'figure'
    end as kind,
    try_cast(trim(new_cell.value) as double) - try_cast(trim(old_cell.value) as double)
        as difference,
from old_cell
full join new_cell using (key, column_name)
where
    old_cell.key is null
    or new_cell.key is null
    or coalesce(trim(old_cell.value), '') <> coalesce(trim(new_cell.value), '');

create temp table changed_code as
with code as (
    select 'old' as side, unnest(map_entries(codes)) as entry from old_cell
    union by name
    select 'new' as side, unnest(map_entries(codes)) as entry from new_cell
)

select
    entry.key as dimension,
    entry.value as code,
    if(any_value(side) = 'new', 'new', 'missing') as kind,
from code
group by entry
having count(*) = 1;
