-- Which figures of the sources of these files were revised after a day, newest periods first?
-- Of each source and table the three newest, with how many there are there and in all.
with shown as (
    select distinct source_id
    from release
    where release_id in (select unnest($release_ids))
),

revised as (
    select
        revision.*,
        period.label as period_label,
        period.ends_on,
        count(*) over (partition by revision.source_id, revision.table_label) as figures,
        count(*) over () as figures_in_all,
        row_number() over (
            partition by revision.source_id, revision.table_label
            order by
                period.ends_on desc nulls last,
                revision.known_on desc,
                abs(revision.new_figure - revision.old_figure) desc nulls last,
                revision.region_code,
                revision.subject
        ) as place,
    from revision
    inner join shown using (source_id)
    left join period using (period)
    where
        revision.kind = 'revised'
        and (revision.old_figure, revision.old_sign)
        is distinct from (revision.new_figure, revision.new_sign)
        and revision.known_on > cast($since_day as date)
        and (revision.status <> 'sample' or $with_sample)
)

select
    revised.table_label,
    coalesce(
        if(programme.name is null, null, programme.name || ', ' || revised.subject),
        revised.subject
    ) as subject_label,
    region.name as region_name,
    revised.period_label,
    revised.old_figure,
    revised.old_sign as old_figure_sign,
    revised.new_figure,
    revised.new_sign as new_figure_sign,
    revised.figures,
    revised.figures_in_all,
    revised.known_on,
    revised.status,
    revised.source_id as register_id,
    revised.release_id,
    revised.release_id_before as second_release_id,
from revised
left join region_today as region on region.region_code = revised.region_code
left join programme on programme.programme_id = revised.programme_id
where revised.place <= 3
order by
    revised.ends_on desc nulls last, revised.known_on desc, revised.table_label, revised.place;
