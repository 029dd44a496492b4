-- Geen cijfer staat twee keer in een tabel.
from repeated('vacancies', ['source_id', 'region_code', 'sector_code', 'quarter'])
union all by name
from repeated('national_vacancies', ['source_id', 'series', 'sector_code', 'period'])
union all by name
from repeated('created_vacancies', ['source_id', 'sector_code', 'occupation_code', 'year'])
union all by name
from repeated('labour_force', ['source_id', 'series', 'region_code', 'period'])
union all by name
from repeated('employment', ['source_id', 'region_code', 'occupation_code', 'period'])
union all by name
from repeated('occupation_education', ['source_id', 'occupation_code'])
union all by name
from repeated('ww_benefits', ['source_id', 'series', 'region_code', 'month'])
union all by name
from repeated(
    'mbo_students',
    ['source_id', 'region_code', 'mbo_level', 'learning_path', 'field_code', 'school_year']
)
union all by name
from repeated(
    'mbo_graduates',
    ['source_id', 'region_code', 'mbo_level', 'learning_path', 'field_code', 'school_year']
)
union all by name
from repeated(
    'mbo_entrants',
    [
        'source_id', 'origin_kind', 'origin', 'mbo_level', 'learning_path', 'sectorkamer',
        'school_year',
    ]
)
union all by name
from repeated('cbs_tension', ['source_id', 'region_code', 'quarter', 'seasonally_adjusted'])
union all by name
from repeated('occupation_tension', ['source_id', 'region_code', 'uwv_group_code', 'quarter'])
union all by name
from repeated(
    'programme_cell',
    [
        'programme_id', 'subject', 'dimension_1', 'category_1', 'dimension_2', 'category_2',
        'period_kind', 'period',
    ]
);
