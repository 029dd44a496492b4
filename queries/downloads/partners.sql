-- Who takes part in each programme, in which role, and under which name are they known now?
select
    programme_partner.programme_id,
    programme.name as programme_name,
    programme_partner.organisation,
    programme_partner.role,
    label_of('role', programme_partner.role) as role_label,
    programme_partner.known_now_as,
    programme_partner.status,
    concat_ws(', ', source.publisher, source.title) as source,
    source.published_on,
    source.url,
    coalesce(source.retrieved_on, release.retrieved_on) as retrieved_on,
    release.modified_on,
    programme_partner.source_id,
    programme_partner.release_id,
    programme_partner.line,
from programme_partner
inner join programme on programme.programme_id = programme_partner.programme_id
inner join source on source.source_id = programme_partner.source_id
left join release on release.release_id = programme_partner.release_id
where
    (programme_partner.status <> 'sample' or $with_sample)
    and works_in(programme_partner.programme_id, $province_codes)
order by
    programme.name,
    programme_partner.programme_id,
    programme_partner.role,
    programme_partner.organisation,
    programme_partner.source_id;
