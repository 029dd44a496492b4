-- Elke beroepstitel leidt naar een bestaande beroepsgroep, en wel die van zijn ISCO-groep.
select
    occupation_title.title,
    occupation_title.occupation_code,
    occupation_title.isco_code,
    isco.brc_group_code as expected,
from occupation_title
left join isco using (isco_code)
left join occupation
    on occupation.occupation_code = occupation_title.occupation_code
    and occupation.kind = 'brc_group'
where
    occupation.occupation_code is null
    or isco.brc_group_code is distinct from occupation_title.occupation_code
order by all;
