-- About which periods did figures come, after one day and up to another, that there were none of?
select
    table_label,
    if(
        count(distinct period) <= 3,
        string_agg(distinct label, ', ' order by label desc),
        arg_min(label, starts_on) || ' t/m ' || arg_max(label, starts_on)
    ) as new_periods_label,
    count(distinct period) as periods,
    sum(figures_added) as figures,
    known_on,
    known_by as known_by_label,
    title as source_title,
    any_value(new_period.status) as status,
    source_id as register_id,
    max(release_id) as release_id,
from new_period
inner join source using (source_id)
left join period using (period)
where is_since(known_on, $since_day, $until_day)
group by table_label, known_on, known_by, source_id, title
order by known_on desc, title, table_label;
