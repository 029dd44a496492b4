-- Which part of who had a technical education is unemployed in Nederland, beside everybody, per edition
-- of the monitor of the Techniekpact up to a quarter, newest first?
-- Each edition as its page prints it: no figure here is a difference of two of them.
select
    period.label as period_label,
    'Nederland' as region_name,
    label_of('worker_group', worker_group) as worker_group_label,
    unemployment_pct,
    edition as edition_label,
    url,
    status,
    worker_group,
    edition,
    technical_unemployment.year as period,
    release_id,
    line,
from technical_unemployment
inner join period on period.period = technical_unemployment.year
where ends_on <= end_of($until)
order by
    technical_unemployment.year desc,
    edition desc,
    array_position(['technically educated', 'mbo technically educated', 'all'], worker_group);
