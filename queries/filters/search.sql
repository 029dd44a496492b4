-- What can be found by its name, and which page answers?
-- Areas, occupations and their titles, programmes, technical trainings, terms. One row per thing; key and value are what the address of the page says, and beroep
-- the group of a title.
with found as (
    select
        1 as position,
        name,
        case kind when 'corop' then 'COROP-gebied' else kind end as what_label,
        'overzicht' as page,
        'gebied' as key,
        name
        || case kind
            when 'arbeidsmarktregio' then ' (arbeidsmarktregio)'
            when 'corop' then ' (COROP)'
            else ''
        end as value,
    from region_today
    where kind in ('provincie', 'arbeidsmarktregio', 'corop')
    union all by name
    select 2 as position, label as name, 'beroepsgroep' as what_label, 'beroepen' as page,
        'beroep' as key, label as value,
    from uwv_group
    union all by name
    select
        3 as position,
        title as name,
        'beroep in ' || string_agg(distinct uwv_group.label, ' en ' order by uwv_group.label)
            as what_label,
        'beroepen' as page,
        'titel' as key,
        title as value,
        min(uwv_group.label) as beroep,
    from occupation_title
    inner join uwv_group_brc on brc_group_code = occupation_code
    inner join uwv_group using (uwv_group_code)
    group by title
    union all by name
    select 4 as position, name, 'programma' as what_label, 'programmas' as page,
        'programma' as key, name as value,
    from programme
    where status <> 'sample' or $with_sample
    union all by name
    select 5 as position, qualification_label as name,
        format('opleiding, {} ({})', level_label, period_label) as what_label, 'mbo' as page,
        'opleiding' as key, qualification_label as value,
    from known_qualification
    where is_technical
    union all by name
    select 6 as position, title as name, 'begrip' as what_label, 'verantwoording' as page,
        'begrip' as key, title as value,
    from definition
)

select format('{} · {}', name, what_label) as label, page, key, value, beroep,
from found
order by position, lower(name), what_label;
