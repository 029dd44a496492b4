-- One statement per dataset that counts the rows of its table; an occupation has no status.
select
    format(
        'insert into dataset_count select ''{}'', count(*), period_code_of(min({})), '
        'period_code_of(max({})), {} as status from {} group by all',
        dataset.dataset,
        coalesce(dataset.period_column, 'null'),
        coalesce(dataset.period_column, 'null'),
        coalesce(has_status.column_name, '''estimated'''),
        dataset.table_name
    ) as statement,
from dataset
left join duckdb_columns() as has_status
    on has_status.table_name = dataset.table_name
    and has_status.column_name = 'status'
    and has_status.database_name = current_database();
