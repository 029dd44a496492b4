-- Elk cijfer leidt naar een geladen bestand en, bij programma's, naar een publicatie.
with fact as (
    select 'vacancies' as table_name, release_id, source_id from vacancies
    union by name
    select 'labour_force' as table_name, release_id, source_id from labour_force
    union by name
    select 'employment' as table_name, release_id, source_id from employment
    union by name
    select 'national_vacancies' as table_name, release_id, source_id from national_vacancies
    union by name
    select 'created_vacancies' as table_name, release_id, source_id from created_vacancies
    union by name
    select 'ww_benefits' as table_name, release_id, source_id from ww_benefits
    union by name
    select 'mbo_students' as table_name, release_id, source_id from mbo_students
    union by name
    select 'mbo_graduates' as table_name, release_id, source_id from mbo_graduates
    union by name
    select 'mbo_entrants' as table_name, release_id, source_id from mbo_entrants
    union by name
    select 'uwv_press' as table_name, release_id, source_id from uwv_press
    union by name
    select 'cbs_tension' as table_name, unnest(release_ids) as release_id, source_id from cbs_tension
    union by name
    select distinct 'occupation_tension' as table_name, release_id, source_id
    from occupation_tension
    union by name
    select distinct 'programme_cell' as table_name, release_id, 'deliveries' as source_id
    from programme_cell
    union by name
    select 'programme_target' as table_name, release_id, source_id from programme_target
    union by name
    select 'programme_budget' as table_name, release_id, source_id from programme_budget
    union by name
    select 'programme_result' as table_name, release_id, source_id from programme_result
    union by name
    select 'programme_resource' as table_name, release_id, source_id from programme_resource
    union by name
    select 'programme_partner' as table_name, release_id, source_id from programme_partner
)

select
    table_name,
    release_id,
    source_id,
from fact
where
    release_id not in (select release.release_id from release)
    or source_id not in (select source.source_id from source);
