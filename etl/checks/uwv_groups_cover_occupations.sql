-- Elke beroepsgroep hoort bij één groep van UWV of zegt waarom niet; elke groep van UWV heeft beroepsgroepen en een naam.
select
    occupation.occupation_code as code,
    occupation.label,
    'no UWV group and no reason' as problem,
from occupation
left join uwv_group_brc on uwv_group_brc.brc_group_code = occupation.occupation_code
where
    occupation.kind = 'brc_group'
    and (uwv_group_brc.uwv_group_code is null) = (uwv_group_brc.why_none is null)
union all by name
select
    uwv_group_brc.brc_group_code as code,
    uwv_group_brc.uwv_group_code as label,
    'unknown group' as problem,
from uwv_group_brc
left join occupation
    on occupation.occupation_code = uwv_group_brc.brc_group_code
    and occupation.kind = 'brc_group'
left join uwv_group using (uwv_group_code)
where
    occupation.occupation_code is null
    or (uwv_group_brc.uwv_group_code is not null and uwv_group.uwv_group_code is null)
union all by name
select
    uwv_group.uwv_group_code as code,
    uwv_group.label,
    'no BRC group or not among its names' as problem,
from uwv_group
left join uwv_group_name
    on uwv_group_name.uwv_group_code = uwv_group.uwv_group_code
    and uwv_group_name.name = lower(uwv_group.label)
where
    uwv_group_name.name is null
    or uwv_group.uwv_group_code not in (
        select uwv_group_brc.uwv_group_code
        from uwv_group_brc
        where uwv_group_brc.uwv_group_code is not null
    )
union all by name
select
    uwv_group_name.uwv_group_code as code,
    uwv_group_name.name as label,
    'name of an unknown group' as problem,
from uwv_group_name
anti join uwv_group using (uwv_group_code)
order by all;
