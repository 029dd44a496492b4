-- Students in mbo per province, level, learning path and broad field.
delete from mbo_students where source_id = 'cbs_mbo_students';
delete from unmapped_category where source_id = 'cbs_mbo_students';

-- A published school year replaces the fictitious one as a whole, and that of the copy.
create or replace temp table published as
with row_of_feed as (
    from mbo_feed('85353NED', 'Mbo-studenten')
)

from (
    from row_of_feed
    union all by name
    select
        'NL01' as region_code,
        'total' as mbo_level,
        learning_path_of(leerweg) as learning_path,
        mbo_field_of(studierichting) as field_code,
        studierichting as field_found,
        periode as school_year,
        mbo_studenten as value,
        'provisional' as release_status,
        status,
        release_id,
        line,
    from raw."83850NED_2021SJ00_mbo"
    where periode not in (select school_year from row_of_feed where status = 'published')
)
qualify status = 'published' or not bool_or(status = 'published') over (partition by school_year);

insert into unmapped_category by name
from unmapped_in('published', 'cbs_mbo_students');

delete from published where len(unmapped) > 0;

insert into rejected_row by name
from refused_mbo('published', 'mbo_students');

insert into mbo_students by name
select
    * exclude (field_found, value, table_id, unmapped),
    'cbs_mbo_students' as source_id,
    cast(number_of(value) as integer) as students,
    sign_of(value) as sign,
from published;
