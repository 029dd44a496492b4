-- Who takes part in each programme, in which role, and under which name are they known now?
select
    programme_id,
    programme_name_of(programme_id) as programme_name,
    organisation,
    role,
    label_of('role', role) as role_label,
    known_now_as,
    status,
    programme_origin.*,
    line,
from programme_partner
inner join programme_origin using (source_id, release_id)
where
    (status <> 'sample' or $with_sample)
    and works_in(programme_id, $province_codes)
order by programme_name, programme_id, role, organisation, source_id;
