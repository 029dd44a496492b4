-- What do the sources leave empty? One row per subject that has no figure at all.
with programme_gap as (
    select
        programme.name,
        not exists (
            select 1 from programme_target as t where t.programme_id = programme.programme_id
        ) as no_target,
        not exists (
            select 1 from programme_result as r
            where r.programme_id = programme.programme_id and r.value is not null
        ) as no_result,
        not exists (
            select 1 from programme_budget as b
            where b.programme_id = programme.programme_id and b.stage <> 'rule'
        ) as no_budget,
        programme.ends_on_text is null as no_end,
    from programme
)

select
    'Programma' as kind_label,
    name as subject,
    concat_ws(
        ', ',
        case when no_target then 'doelen' end,
        case when no_result then 'resultaten' end,
        case when no_budget then 'budget' end,
        case when no_end then 'einddatum' end
    ) as missing_label,
    'niet gevonden in de openbare bronnen' as why_label,
from programme_gap
where no_target or no_result or no_budget or no_end
union all by name
select
    'Provincie' as kind_label,
    region.name as subject,
    format('vacatures na {}', period.label) as missing_label,
    'recente kwartalen zijn alleen voor een deel van de provincies overgenomen' as why_label,
from (
    select region_code, max(quarter) as quarter
    from vacancies
    where sector_code = '350000' and open_vacancies is not null
    group by region_code
) as latest
inner join region
    on region.region_code = latest.region_code
    and region.kind = 'provincie'
    and region.valid_to_year = 9999
inner join period on period.period = latest.quarter
where latest.quarter < (select max(quarter) from vacancies where sector_code = '350000')
union all by name
select
    'Arbeidsmarktregio' as kind_label,
    'alle 35' as subject,
    'openstaande vacatures per sector' as missing_label,
    'CBS publiceert ze per provincie, niet per arbeidsmarktregio' as why_label,
order by kind_label, subject;
