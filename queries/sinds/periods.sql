-- About which periods did figures come, after one day and up to another, that there were none of?
with arrived as (
    select
        period_change.*,
        period.label,
        period.starts_on,
    from period_change
    left join period using (period)
    where
        is_new
        and known_on > cast($since_day as date)
        and known_on <= cast($until_day as date)
)

select
    arrived.table_label,
    if(
        count(distinct arrived.period) <= 3,
        string_agg(distinct arrived.label, ', ' order by arrived.label),
        arg_min(arrived.label, arrived.starts_on) || ' t/m '
        || arg_max(arrived.label, arrived.starts_on)
    ) as new_periods_label,
    count(distinct arrived.period) as periods,
    sum(arrived.figures_added) as figures,
    arrived.known_on,
    source.title as source_title,
    any_value(arrived.status) as status,
    arrived.source_id as register_id,
    max(arrived.release_id) as release_id,
from arrived
inner join source using (source_id)
group by arrived.table_label, arrived.known_on, arrived.source_id, source.title
order by arrived.known_on desc, source.title, arrived.table_label;
