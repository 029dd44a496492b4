-- Elke code die op het scherm komt, heeft een Nederlandse naam.
with shown as (
    select 'indicator' as list, indicator as code from programme_target
    union by name
    select 'category' as list, target_group as code from programme_target
    union by name
    select 'unit' as list, unit as code from programme_target
    union by name
    select 'relation' as list, relation as code from programme_target where relation is not null
    union by name
    select 'precision' as list, "precision" as code from programme_target
    union by name
    select 'indicator' as list, indicator as code from programme_result
    union by name
    select 'breakdown' as list, breakdown as code from programme_result
    union by name
    select 'category' as list, category as code from programme_result
    where breakdown not in ('labour_market_region', 'programme')
    union by name
    select 'unit' as list, unit as code from programme_result
    union by name
    select 'precision' as list, "precision" as code from programme_result
    union by name
    select 'budget_kind' as list, budget_kind as code from programme_budget
    union by name
    select 'stage' as list, stage as code from programme_budget
    union by name
    select 'per' as list, per as code from programme_budget
    union by name
    select 'resource' as list, resource as code from programme_resource
    union by name
    select 'unit' as list, unit as code from programme_resource
    union by name
    select 'role' as list, role as code from programme_partner
    union by name
    select 'sign' as list, sign as code from vacancies where sign is not null
    union by name
    select 'sign' as list, vacancies_sign as code from occupation_tension
    where vacancies_sign is not null
    union by name
    select 'sign' as list, ww_sign as code from occupation_tension where ww_sign is not null
    union by name
    select 'sign' as list, ratio_sign as code from occupation_tension where ratio_sign is not null
    union by name
    select 'tension_class' as list, tension_class as code from occupation_tension
    where tension_class is not null
    union by name
    select 'tension_note' as list, note as code from cbs_tension where note is not null
    union by name
    select 'series' as list, series as code from labour_force
    union by name
    select 'sign' as list, sign as code from national_vacancies where sign is not null
    union by name
    select 'release_status' as list, release_status as code from national_vacancies
    where release_status is not null
    union by name
    select 'sign' as list, sign as code from created_vacancies where sign is not null
    union by name
    select 'release_status' as list, release_status as code from created_vacancies
    where release_status is not null
    union by name
    select 'sign' as list, sign as code from ww_benefits where sign is not null
    union by name
    select 'release_status' as list, release_status as code from ww_benefits
    where release_status is not null
    union by name
    select 'sign' as list, sign as code from mbo_students where sign is not null
    union by name
    select 'release_status' as list, release_status as code from mbo_students
    where release_status is not null
    union by name
    select 'sign' as list, sign as code from mbo_graduates where sign is not null
    union by name
    select 'release_status' as list, release_status as code from mbo_graduates
    where release_status is not null
    union by name
    select 'sign' as list, sign as code from mbo_entrants where sign is not null
    union by name
    select 'release_status' as list, release_status as code from mbo_entrants
    where release_status is not null
    union by name
    select 'mbo_level' as list, mbo_level as code from mbo_students
    union by name
    select 'learning_path' as list, learning_path as code from mbo_students
    union by name
    select 'mbo_level' as list, mbo_level as code from mbo_graduates
    union by name
    select 'learning_path' as list, learning_path as code from mbo_graduates
    union by name
    select 'mbo_level' as list, mbo_level as code from mbo_entrants
    union by name
    select 'learning_path' as list, learning_path as code from mbo_entrants
    union by name
    select 'unit' as list, unit as code from uwv_press
    union by name
    select 'mbo_level' as list, mbo_level as code from isco_level_share
    union by name
    select 'title_kind' as list, kind as code from occupation_title
    union by name
    select 'action_line' as list, action_line as code from programme where action_line is not null
)

select
    list,
    code,
from shown
anti join code_label using (list, code)
order by all;
