-- How many people in Nederland have a technical occupation, per edition of the monitor of the Techniekpact
-- up to a quarter, newest first?
-- Editions rest on different surveys: no figure here is a difference of two of them.
select
    period.label as period_label,
    'Nederland' as region_name,
    label_of('worker_group', worker_group) as worker_group_label,
    employed,
    edition as edition_label,
    url,
    status,
    worker_group,
    edition,
    technical_workers.year as period,
    release_id,
    line,
from technical_workers
inner join period on period.period = technical_workers.year
where ends_on <= end_of($until)
order by
    technical_workers.year desc,
    edition desc,
    array_position(['total', 'men', 'women', 'ICT', 'ICT men', 'ICT women'], worker_group);
