-- Which figures of the sources of these files were revised after a day, newest periods first?
-- Of each source and table the three newest, with how many there are there and in all.
with revised as (
    select
        revision.*,
        period.label as period_label,
        ends_on,
        count(*) over (partition by source_id, table_label) as figures,
        count(*) over () as figures_in_all,
        row_number() over (
            partition by source_id, table_label
            order by
                ends_on desc nulls last,
                known_on desc,
                abs(new_figure - old_figure) desc nulls last,
                region_code,
                subject
        ) as place,
    from revision
    left join period using (period)
    where
        source_id in (
            select source_id
            from release
            where release_id in (select unnest($release_ids))
        )
        and revision.kind = 'revised'
        and (old_figure, old_sign) is distinct from (new_figure, new_sign)
        and known_on > cast($since_day as date)
        and (status <> 'sample' or $with_sample)
)

select
    table_label,
    coalesce(programme_name_of(programme_id) || ', ' || subject, subject) as subject_label,
    region_name_of(region_code) as region_name,
    period_label,
    old_figure,
    old_sign as old_figure_sign,
    new_figure,
    new_sign as new_figure_sign,
    figures,
    figures_in_all,
    known_on,
    status,
    source_id as register_id,
    release_id,
    release_id_before as second_release_id,
from revised
where place <= 3
order by ends_on desc nulls last, known_on desc, table_label, place;
