-- Elke code die op het scherm komt, heeft een Nederlandse naam.
with figure as (
    select distinct sign, release_status, mbo_level, learning_path
    from query_table(
        [
            'vacancies', 'labour_force', 'employment', 'national_vacancies', 'created_vacancies',
            'ww_benefits', 'cbs_tension', 'mbo_students', 'mbo_graduates', 'mbo_entrants',
            'isco_level_share',
        ],
        true
    )
),

tension as (
    select distinct vacancies_sign, ww_sign, ratio_sign, class_sign, tension_class
    from occupation_tension
),

programme_row as (
    select distinct
        indicator,
        unit,
        relation,
        "precision",
        breakdown,
        budget_kind,
        stage,
        per,
        resource,
        role,
        action_line,
        coalesce(
            target_group, if(breakdown in ('labour_market_region', 'programme'), null, category)
        ) as category,
    from query_table(
        [
            'programme', 'programme_target', 'programme_result', 'programme_budget',
            'programme_resource', 'programme_partner',
        ],
        true
    )
),

shown as (
    from (unpivot figure on columns(*) into name list value code)
    union all by name
    select if(name = 'tension_class', name, 'sign') as list, code
    from (unpivot tension on columns(*) into name name value code)
    union all by name
    from (unpivot programme_row on columns(*) into name list value code)
    union all by name
    select 'series' as list, series as code from labour_force
    union all by name
    select 'unit' as list, unit as code from quote
    union all by name
    select 'tension_note' as list, note as code from cbs_tension where note is not null
    union all by name
    select 'title_kind' as list, kind as code from occupation_title
)

select distinct
    list,
    code,
from shown
anti join code_label using (list, code)
order by all;
