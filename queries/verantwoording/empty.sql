-- What do the sources leave empty? One row per subject, with everything that is missing.
with programme_gap as (
    select
        programme.name,
        not exists (
            select 1 from programme_target as t
            where
                t.programme_id = programme.programme_id
                and coalesce(t.relation, '') <> 'capacity'
        ) as no_target,
        not exists (
            select 1 from programme_result as r
            where r.programme_id = programme.programme_id and r.value is not null
        ) as no_result,
        not exists (
            select 1 from programme_result as r
            where
                r.programme_id = programme.programme_id
                and r.value is not null
                and r.as_of_last >= programme.ends_on_first
        )
        and programme.state = 'ended' as no_final_result,
        not exists (
            select 1 from programme_budget as b
            where b.programme_id = programme.programme_id and b.stage <> 'rule'
        ) as no_budget,
        programme.ends_on_text is null as no_end,
    from programme
),

latest as (
    select
        region_code,
        if(sector_code = 'T001081', 'van alle sectoren samen', 'per sector') as scope,
        max(quarter) as quarter,
    from vacancies
    where source_id = 'cbs_vacancies' and open_vacancies is not null
    group by all
),

newest as (
    select max(quarter) as quarter
    from latest
)

select
    'Programma' as kind_label,
    name as subject,
    concat_ws(
        ', ',
        case when no_target then 'doelen' end,
        case when no_result then 'resultaten' end,
        case when no_final_result and not no_result then 'eindstand' end,
        case when no_budget then 'budget' end,
        case when no_end then 'einddatum' end
    ) as missing_label,
    'niet gevonden in de openbare bronnen' as why_label,
from programme_gap
where no_target or no_result or no_final_result or no_budget or no_end
union all by name
select
    'Provincie' as kind_label,
    region.name as subject,
    format('vacatures {} na {}', latest.scope, period.label) as missing_label,
    'recente kwartalen zijn alleen voor een deel van de provincies overgenomen' as why_label,
from latest
inner join newest on latest.quarter < newest.quarter
inner join region
    on region.region_code = latest.region_code
    and region.kind = 'provincie'
    and region.valid_to_year = 9999
inner join period on period.period = latest.quarter
union all by name
select
    'Arbeidsmarktregio' as kind_label,
    'alle 35' as subject,
    'openstaande vacatures per sector' as missing_label,
    'CBS publiceert ze per provincie, niet per arbeidsmarktregio' as why_label,
order by kind_label, subject;
