-- Geen cijfer staat twee keer in een tabel.
select
    'vacancies' as table_name,
    concat_ws(' / ', source_id, region_code, sector_code, quarter) as key,
    count(*) as times,
from vacancies
group by source_id, region_code, sector_code, quarter
having count(*) > 1
union all by name
select
    'national_vacancies' as table_name,
    concat_ws(' / ', source_id, series, sector_code, period) as key,
    count(*) as times,
from national_vacancies
group by source_id, series, sector_code, period
having count(*) > 1
union all by name
select
    'created_vacancies' as table_name,
    concat_ws(' / ', source_id, sector_code, occupation_code, year) as key,
    count(*) as times,
from created_vacancies
group by source_id, sector_code, occupation_code, year
having count(*) > 1
union all by name
select
    'labour_force' as table_name,
    concat_ws(' / ', source_id, series, region_code, period) as key,
    count(*) as times,
from labour_force
group by source_id, series, region_code, period
having count(*) > 1
union all by name
select
    'employment' as table_name,
    concat_ws(' / ', source_id, region_code, occupation_code, period) as key,
    count(*) as times,
from employment
group by source_id, region_code, occupation_code, period
having count(*) > 1
union all by name
select
    'ww_benefits' as table_name,
    concat_ws(' / ', source_id, region_code, month) as key,
    count(*) as times,
from ww_benefits
group by source_id, region_code, month
having count(*) > 1
union all by name
select
    'mbo_students' as table_name,
    concat_ws(' / ', source_id, region_code, mbo_level, learning_path, field_code, school_year) as key,
    count(*) as times,
from mbo_students
group by source_id, region_code, mbo_level, learning_path, field_code, school_year
having count(*) > 1
union all by name
select
    'mbo_graduates' as table_name,
    concat_ws(' / ', source_id, region_code, mbo_level, learning_path, field_code, school_year) as key,
    count(*) as times,
from mbo_graduates
group by source_id, region_code, mbo_level, learning_path, field_code, school_year
having count(*) > 1
union all by name
select
    'mbo_entrants' as table_name,
    concat_ws(' / ', source_id, origin_kind, origin, mbo_level, learning_path, sectorkamer, school_year) as key,
    count(*) as times,
from mbo_entrants
group by source_id, origin_kind, origin, mbo_level, learning_path, sectorkamer, school_year
having count(*) > 1
union all by name
select
    'cbs_tension' as table_name,
    concat_ws(' / ', source_id, region_code, quarter, seasonally_adjusted) as key,
    count(*) as times,
from cbs_tension
group by source_id, region_code, quarter, seasonally_adjusted
having count(*) > 1
union all by name
select
    'occupation_tension' as table_name,
    concat_ws(' / ', source_id, region_code, uwv_group_code, quarter) as key,
    count(*) as times,
from occupation_tension
group by source_id, region_code, uwv_group_code, quarter
having count(*) > 1
union all by name
select
    'programme_cell' as table_name,
    concat_ws(
        ' / ', programme_id, subject, dimension_1, category_1, dimension_2, category_2, period_kind, period
    ) as key,
    count(*) as times,
from programme_cell
group by
    programme_id, subject, dimension_1, category_1, dimension_2, category_2, period_kind, period
having count(*) > 1;
