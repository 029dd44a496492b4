-- Which figures did a later release change, after one day and up to another, and from what to what?
select
    revision.table_label,
    revision.subject as subject_label,
    region.name as region_name,
    period.label as period_label,
    revision.old_figure,
    revision.old_sign as old_figure_sign,
    revision.new_figure,
    revision.new_sign as new_figure_sign,
    revision.new_figure - revision.old_figure as difference,
    revision.known_on,
    source.title as source_title,
    revision.status,
    revision.source_id as register_id,
    revision.region_code,
    revision.period,
    revision.release_id,
    revision.release_id_before as second_release_id,
from revision
inner join source using (source_id)
left join period using (period)
left join region_today as region on region.region_code = revision.region_code
where
    revision.kind = 'revised'
    and revision.programme_id is null
    and revision.known_on > cast($since_day as date)
    and revision.known_on <= cast($until_day as date)
order by
    revision.known_on desc,
    source.title,
    revision.table_label,
    revision.period desc,
    abs(revision.new_figure - revision.old_figure) desc nulls first,
    region.name,
    revision.subject;
