-- Who takes part in this programme, in which role, and under which name are they known now?
select
    organisation,
    label_of('role', role) as role_label,
    known_now_as,
    programme_id,
    publisher_of(source_id) as publisher,
    status,
    source_id,
    release_id,
    line,
from programme_partner
where programme_id = $programme_id and (status <> 'sample' or $with_sample)
order by
    coalesce(array_position(['financier', 'penvoerder', 'uitvoerder'], role), 4),
    line;
