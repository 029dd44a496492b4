-- Elke beroepsgroep is wel of niet technisch, met een reden; een technische heeft een techniekdomein.
select
    occupation.occupation_code,
    occupation.label,
    occupation.is_technical,
    occupation.technical_field,
from occupation
left join technical_field as field on field.technical_field = occupation.technical_field
left join occupation as parent on parent.occupation_code = occupation.parent_code
where
    (occupation.kind <> 'brc_total' and parent.occupation_code is null)
    or (
        occupation.kind = 'brc_group'
        and (
            occupation.is_technical is null
            or occupation.why is null
            or occupation.is_technical <> (field.label is not null)
        )
    );
