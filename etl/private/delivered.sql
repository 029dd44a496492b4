-- Which statements make each table of records of the columns that are delivered? A table takes rows
-- of text, as the import checked them; its records have them typed, one row per key of a programme.
with typed as (
    select
        table_name,
        rowid as place,
        format('"{}"', column_name) as name,
        case type
            when 'date' then 'date'
            when 'money' then 'decimal(12, 2)'
            when 'whole' then 'integer'
            when 'codes' then 'text[]'
            else 'text'
        end as kept_as,
        if(required = 'yes' and type <> 'region', ' not null', '') as needed,
        case type
            when 'region' then format('nullif({}, ''unknown'')', name)
            when 'codes' then format('list_distinct(string_split(nullif({}, ''''), '';''))', name)
            else format('cast({} as {})', name, kept_as)
        end as value,
    from raw.delivery_column
)

select
    table_name,
    format(
        'create table private.delivered_{} (programme_id text, {})',
        table_name,
        string_agg(name || ' text', ', ' order by place)
    ) as delivered,
    format(
        'create table private.{} (programme_id text, {}, primary key (programme_id, {}))',
        table_name,
        string_agg(name || ' ' || kept_as || needed, ', ' order by place),
        arg_min(name, place)
    ) as records,
    format(
        'insert into private.{} by name select programme_id, {} from private.delivered_{}',
        table_name,
        string_agg(value || ' as ' || name, ', ' order by place),
        table_name
    ) as filled,
from typed
group by table_name;
