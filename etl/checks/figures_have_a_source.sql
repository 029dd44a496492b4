-- Elk cijfer leidt naar een geladen bestand en, bij programma's, naar een publicatie.
with fact as (
    select distinct release_id, source_id
    from query_table(
        [
            'vacancies', 'labour_force', 'employment', 'occupation_education',
            'national_vacancies', 'created_vacancies', 'ww_benefits', 'mbo_students', 'mbo_graduates', 'mbo_entrants', 'quote', 'qualification',
            'staff_shortage', 'business_confidence', 'advert_index', 'comparator',
            'skill_vacancies', 'technical_inflow', 'technical_workers', 'technical_unemployment',
            'occupation_wage', 'employed_education',
            'occupation_tension', 'programme_target', 'programme_budget', 'programme_result',
            'programme_resource', 'programme_partner',
        ],
        true
    )
    union
    select unnest(release_ids) as release_id, source_id
    from cbs_tension
    union
    select release_id, 'deliveries' as source_id
    from programme_cell
)

select
    release_id,
    source_id,
from fact
where
    release_id not in (select release.release_id from release)
    or source_id not in (select source.source_id from source);
