-- Graduates in mbo per province, level, learning path and broad field.
delete from mbo_graduates where source_id = 'cbs_mbo_graduates';
delete from unmapped_category where source_id = 'cbs_mbo_graduates';

-- A published school year replaces the fictitious one as a whole.
create or replace temp table published as
from mbo_feed('85356NED', 'Gediplomeerden mbo')
qualify status = 'published' or not bool_or(status = 'published') over (partition by school_year);

insert into unmapped_category by name
from unmapped_in('published', 'cbs_mbo_graduates');

delete from published where len(unmapped) > 0;

insert into rejected_row by name
from refused_mbo('published', 'mbo_graduates');

insert into mbo_graduates by name
select
    * exclude (field_found, value, table_id, unmapped),
    'cbs_mbo_graduates' as source_id,
    cast(number_of(value) as integer) as graduates,
    sign_of(value) as sign,
from published;
