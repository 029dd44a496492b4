-- What do sources say about what readers bring up: which published figure speaks to it, and what does
-- no source measure?
select
    story.title as story_label,
    story.not_measured as not_measured_label,
    period.label as period_label,
    region_text,
    indicator_label,
    figure as quoted_number,
    cast(null as text) as class_label,
    told.precision,
    unit_label,
    remark,
    url,
    told.status,
    period.period as period_code,
    told.release_id,
    told.line,
from story
inner join story_figure as named using (story)
inner join tellable_figure as told
    on told.kind = named.kind
    and told.region_codes = named.region_codes
    and told.subject is not distinct from named.subject
    and told.period = named.period
inner join period on period.period = named.period
where told.status <> 'sample'
order by story.position, named.position;
