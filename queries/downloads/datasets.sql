-- Which whole tables can be taken along, with one row per what, from when until when?
with counted as (
    select
        dataset,
        cast(sum(row_count) as bigint) as row_count,
        min(first_period) as first_period,
        max(last_period) as last_period,
        list(status) as statuses,
    from dataset_count
    where status <> 'sample' or $with_sample
    group by dataset
)

select
    dataset.dataset,
    dataset.title,
    dataset.grain as grain_label,
    coalesce(counted.row_count, 0) as row_count,
    counted.first_period,
    coalesce(first_period.label, counted.first_period) as first_period_label,
    counted.last_period,
    coalesce(last_period.label, counted.last_period) as last_period_label,
    dataset.terms,
    coalesce(dataset.licence, '') as licence_text,
    coalesce(list_contains(counted.statuses, 'sample'), false) as has_sample,
    case
        when list_contains(counted.statuses, 'sample') then 'sample'
        when list_contains(counted.statuses, 'estimated') then 'estimated'
        else 'published'
    end as status,
from dataset
left join counted using (dataset)
left join period as first_period on first_period.period = counted.first_period
left join period as last_period on last_period.period = counted.last_period
order by dataset.position;
