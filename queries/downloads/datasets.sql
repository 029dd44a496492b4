-- Which whole tables can be taken along, with one row per what, from when until when?
with counted as (
    select
        1 as position,
        'vacancies' as dataset,
        'Openstaande vacatures' as title,
        'Eén rij per bron, gebied, sector en kwartaal' as grain,
        count(*) as row_count,
        min(quarter) as first_period,
        max(quarter) as last_period,
        list(distinct status) as statuses,
    from vacancies
    where status <> 'sample' or $with_sample
    union all by name
    select
        2 as position,
        'occupation_tension' as dataset,
        'Spanning per beroepsgroep (UWV)' as title,
        'Eén rij per bron, arbeidsmarktregio of Nederland, beroepsgroep en kwartaal' as grain,
        count(*) as row_count,
        min(quarter) as first_period,
        max(quarter) as last_period,
        list(distinct status) as statuses,
    from occupation_tension
    where status <> 'sample' or $with_sample
    union all by name
    select
        3 as position,
        'field_tension' as dataset,
        'Spanning per techniekdomein' as title,
        'Eén rij per bron, arbeidsmarktregio of Nederland, techniekdomein en kwartaal' as grain,
        count(*) as row_count,
        min(quarter) as first_period,
        max(quarter) as last_period,
        list(distinct status) as statuses,
    from field_tension
    where status <> 'sample' or $with_sample
    union all by name
    select
        4 as position,
        'cbs_tension' as dataset,
        'Vacatures per 100 werklozen (CBS)' as title,
        'Eén rij per bron, gebied, kwartaal en wel of niet seizoengecorrigeerd' as grain,
        count(*) as row_count,
        min(quarter) as first_period,
        max(quarter) as last_period,
        list(distinct status) as statuses,
    from cbs_tension
    where status <> 'sample' or $with_sample
    union all by name
    select
        5 as position,
        'labour_force' as dataset,
        'Beroepsbevolking en werkloosheid' as title,
        'Eén rij per bron, reeks, gebied en periode' as grain,
        count(*) as row_count,
        min(period) as first_period,
        max(period) as last_period,
        list(distinct status) as statuses,
    from labour_force
    where status <> 'sample' or $with_sample
    union all by name
    select
        6 as position,
        'ww_benefits' as dataset,
        'Personen met WW' as title,
        'Eén rij per bron, gebied en maand' as grain,
        count(*) as row_count,
        min(month) as first_period,
        max(month) as last_period,
        list(distinct status) as statuses,
    from ww_benefits
    where status <> 'sample' or $with_sample
    union all by name
    select
        7 as position,
        'national_vacancies' as dataset,
        'Vacatures in Nederland' as title,
        'Eén rij per bron, reeks, sector en periode' as grain,
        count(*) as row_count,
        min(period) as first_period,
        max(period) as last_period,
        list(distinct status) as statuses,
    from national_vacancies
    where status <> 'sample' or $with_sample
    union all by name
    select
        8 as position,
        'created_vacancies' as dataset,
        'Ontstane vacatures' as title,
        'Eén rij per bron, sector, beroep en jaar' as grain,
        count(*) as row_count,
        min(year) as first_period,
        max(year) as last_period,
        list(distinct status) as statuses,
    from created_vacancies
    where status <> 'sample' or $with_sample
    union all by name
    select
        9 as position,
        'employment' as dataset,
        'Werkzame personen per beroep' as title,
        'Eén rij per bron, gebied, beroep en periode' as grain,
        count(*) as row_count,
        min(period) as first_period,
        max(period) as last_period,
        list(distinct status) as statuses,
    from employment
    where status <> 'sample' or $with_sample
    union all by name
    select
        10 as position,
        'mbo_students' as dataset,
        'Studenten mbo' as title,
        'Eén rij per bron, gebied, niveau, leerweg, richting en schooljaar' as grain,
        count(*) as row_count,
        min(school_year) as first_period,
        max(school_year) as last_period,
        list(distinct status) as statuses,
    from mbo_students
    where status <> 'sample' or $with_sample
    union all by name
    select
        11 as position,
        'mbo_graduates' as dataset,
        'Gediplomeerden mbo' as title,
        'Eén rij per bron, gebied, niveau, leerweg, richting en schooljaar' as grain,
        count(*) as row_count,
        min(school_year) as first_period,
        max(school_year) as last_period,
        list(distinct status) as statuses,
    from mbo_graduates
    where status <> 'sample' or $with_sample
    union all by name
    select
        12 as position,
        'mbo_entrants' as dataset,
        'Instroom mbo' as title,
        'Eén rij per bron, positie of sector een jaar eerder, niveau, leerweg, sectorkamer en schooljaar' as grain,
        count(*) as row_count,
        min(school_year) as first_period,
        max(school_year) as last_period,
        list(distinct status) as statuses,
    from mbo_entrants
    where status <> 'sample' or $with_sample
    union all by name
    select
        13 as position,
        'programmes' as dataset,
        'Programma''s' as title,
        'Eén rij per programma' as grain,
        count(*) as row_count,
        null as first_period,
        null as last_period,
        list(distinct status) as statuses,
    from programme
    where status <> 'sample' or $with_sample
    union all by name
    select
        14 as position,
        'targets' as dataset,
        'Doelen van programma''s' as title,
        'Eén rij per programma, indicator, doelgroep, fase en bron' as grain,
        count(*) as row_count,
        null as first_period,
        null as last_period,
        list(distinct status) as statuses,
    from programme_target
    where status <> 'sample' or $with_sample
    union all by name
    select
        15 as position,
        'results' as dataset,
        'Resultaten van programma''s' as title,
        'Eén rij per programma, indicator, moment, groep en bron' as grain,
        count(*) as row_count,
        null as first_period,
        null as last_period,
        list(distinct status) as statuses,
    from programme_result
    where status <> 'sample' or $with_sample
    union all by name
    select
        16 as position,
        'budgets' as dataset,
        'Bedragen van programma''s' as title,
        'Eén rij per programma, soort bedrag, stadium, financier, waarvoor en bron' as grain,
        count(*) as row_count,
        null as first_period,
        null as last_period,
        list(distinct status) as statuses,
    from programme_budget
    where status <> 'sample' or $with_sample
    union all by name
    select
        17 as position,
        'resources' as dataset,
        'Inzet van programma''s' as title,
        'Eén rij per programma, soort inzet, moment en bron' as grain,
        count(*) as row_count,
        null as first_period,
        null as last_period,
        list(distinct status) as statuses,
    from programme_resource
    where status <> 'sample' or $with_sample
    union all by name
    select
        18 as position,
        'partners' as dataset,
        'Partners van programma''s' as title,
        'Eén rij per programma, organisatie, rol en bron' as grain,
        count(*) as row_count,
        null as first_period,
        null as last_period,
        list(distinct status) as statuses,
    from programme_partner
    where status <> 'sample' or $with_sample
    union all by name
    select
        19 as position,
        'programme_cells' as dataset,
        'Beschermde tellingen uit aanleveringen' as title,
        'Eén rij per programma, wat is geteld, categorie van twee kenmerken, en periode' as grain,
        count(*) as row_count,
        null as first_period,
        null as last_period,
        list(distinct status) as statuses,
    from programme_cell
    where status <> 'sample' or $with_sample
    union all by name
    select
        20 as position,
        'notes' as dataset,
        'Notities' as title,
        'Eén rij per gebeurtenis met haar bron' as grain,
        count(*) as row_count,
        null as first_period,
        null as last_period,
        list(distinct status) as statuses,
    from note
    where status <> 'sample' or $with_sample
    union all by name
    select
        21 as position,
        'occupations' as dataset,
        'Beroepen en hun mbo-niveau' as title,
        'Eén rij per beroep van BRC 2014: klasse, segment of groep' as grain,
        count(*) as row_count,
        null as first_period,
        null as last_period,
        ['published', 'estimated'] as statuses,
    from occupation
    union all by name
    select
        22 as position,
        'regions' as dataset,
        'Gemeenten en hun regio''s' as title,
        'Eén rij per gemeente en jaar' as grain,
        count(*) as row_count,
        cast(min(year) as text) || 'JJ00' as first_period,
        cast(max(year) as text) || 'JJ00' as last_period,
        list(distinct status) as statuses,
    from region_link
    where status <> 'sample' or $with_sample
)

select
    counted.dataset,
    counted.title,
    counted.grain as grain_label,
    counted.row_count,
    counted.first_period,
    coalesce(first_period.label, counted.first_period) as first_period_label,
    counted.last_period,
    coalesce(last_period.label, counted.last_period) as last_period_label,
    coalesce(list_contains(counted.statuses, 'sample'), false) as has_sample,
    case
        when list_contains(counted.statuses, 'sample') then 'sample'
        when list_contains(counted.statuses, 'estimated') then 'estimated'
        else 'published'
    end as status,
from counted
left join period as first_period on first_period.period = counted.first_period
left join period as last_period on last_period.period = counted.last_period
order by counted.position;
