-- Elke ISCO-groep hoort bij een bestaande beroepsgroep, en de belangrijkste ISCO-groep van een beroepsgroep bij die groep.
-- The primary codes 1000 and 9999 stand for managers and occupations without further detail.
select
    isco.isco_code as code,
    isco.brc_group_code as leads_to,
    'an existing group and parent' as expected,
from isco
left join occupation
    on occupation.occupation_code = isco.brc_group_code
    and occupation.kind = 'brc_group'
left join isco as parent on parent.isco_code = left(isco.isco_code, isco.level - 1)
where
    isco.level <> len(isco.isco_code)
    or (isco.level > 1 and parent.isco_code is null)
    or (isco.level = 4) <> (occupation.occupation_code is not null)
    or isco.skill_level not between 1 and 4
    or (isco.level = 4 and isco.skill_level is null)
union all by name
select
    occupation.isco08_primary as code,
    isco.brc_group_code as leads_to,
    occupation.occupation_code as expected,
from occupation
left join isco on isco.isco_code = occupation.isco08_primary
where
    occupation.kind = 'brc_group'
    and occupation.isco08_primary not in ('1000', '9999')
    and isco.brc_group_code is distinct from occupation.occupation_code
order by all;
