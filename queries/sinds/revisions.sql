-- Which figures did a later release change, after one day and up to another, and from what to what?
select
    table_label,
    subject as subject_label,
    region_name_of(region_code) as region_name,
    period_label_of(period) as period_label,
    old_figure,
    old_sign as old_figure_sign,
    new_figure,
    new_sign as new_figure_sign,
    new_figure - old_figure as difference,
    known_on,
    title as source_title,
    status,
    source_id as register_id,
    region_code,
    period,
    release_id,
    release_id_before as second_release_id,
from revision
inner join source using (source_id)
where
    revision.kind = 'revised'
    and programme_id is null
    and is_since(known_on, $since_day, $until_day)
order by
    known_on desc,
    title,
    table_label,
    period desc,
    abs(difference) desc nulls first,
    region_name,
    subject;
