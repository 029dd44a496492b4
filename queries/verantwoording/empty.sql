-- What do the sources leave empty? One row per subject, with everything that is missing. A
-- fictitious figure counts as missing; a fictitious programme is left out. Per sector means industry
-- and construction: of some provinces one page prints a few other sectors of a later quarter.
with programme_gap as (
    select
        programme.name,
        concat_ws(
            ', ',
            if(has_target, null, 'doelen'),
            if(has_result, 'resultaten voor ' || without_result, 'resultaten'),
            if(has_result and not has_final_result and state = 'ended', 'eindstand', null),
            if(has_budget, null, 'budget'),
            if(ends_on_text is null, 'einddatum', null)
        ) as missing_label,
    from programme
    inner join programme_reported using (programme_id)
    where programme.status <> 'sample'
),

latest as (
    select
        region_code,
        if(sector_code = 'T001081', 'van alle sectoren samen', 'per sector') as scope,
        max(quarter) as quarter,
    from vacancies
    where
        source_id = 'cbs_vacancies'
        and sector_code in ('T001081', '307500', '350000')
        and open_vacancies is not null
        and status <> 'sample'
    group by all
)

select
    'Programma' as kind_label,
    name as subject,
    missing_label,
    'niet gevonden in de openbare bronnen' as why_label,
from programme_gap
where missing_label <> ''
union all by name
select
    'Provincie' as kind_label,
    region.name as subject,
    format('vacatures {} na {}', latest.scope, period.label) as missing_label,
    'recente kwartalen zijn alleen voor een deel van de provincies overgenomen' as why_label,
from latest
inner join region_today as region using (region_code)
inner join period on period.period = quarter
where region.kind = 'provincie' and quarter < (select max(quarter) from latest)
union all by name
select
    'Maat' as kind_label,
    measure.label as subject,
    format('cijfers per {}', label_of('region_kind', kind)) as missing_label,
    if(is_published, 'wel gepubliceerd, hier nog niet ingelezen', why) as why_label,
    if(is_published, how_to_load, null) as how_to_load,
from measure_level
inner join measure using (measure)
anti join (select * from region_period where real_regions > 0) as known using (measure, kind)
union all by name
select
    'Beroepsgroep' as kind_label,
    label as subject,
    'een groep van UWV' as missing_label,
    why_none as why_label,
from uwv_group_brc
inner join occupation on occupation_code = brc_group_code
where uwv_group_code is null
union all by name
select
    'Groepen van UWV' as kind_label,
    format('{} van de {}', count(*) filter (not seen_published), count(*)) as subject,
    'bevestiging dat UWV deze groep publiceert' as missing_label,
    'de lijst van UWV is niet gevonden; de namen zijn die van BRC 2014' as why_label,
from uwv_group
union all by name
select
    'UWV in het nieuws' as kind_label,
    region_text as subject,
    format('plaats voor {} aangehaalde cijfers', count(*)) as missing_label,
    'het bericht noemt een gebied dat deze monitor niet kent' as why_label,
from quote
where source_id = 'uwv_press' and len(region_codes) = 0
group by region_text
order by kind_label, subject, missing_label, why_label;
