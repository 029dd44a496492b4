-- Who takes part in this programme, in which role, and under which name are they known now?
select
    programme_partner.organisation,
    label_of('role', programme_partner.role) as role_label,
    programme_partner.known_now_as,
    programme_partner.programme_id,
    source.publisher,
    programme_partner.status,
    programme_partner.source_id,
    programme_partner.release_id,
    programme_partner.line,
from programme_partner
inner join source on source.source_id = programme_partner.source_id
where
    programme_partner.programme_id = $programme_id
    and (programme_partner.status <> 'sample' or $with_sample)
order by
    case programme_partner.role when 'financier' then 1 when 'penvoerder' then 2
        when 'uitvoerder' then 3 else 4
    end,
    programme_partner.line;
