-- Persons with a WW benefit per region and month; regions that no longer exist stay unmapped.
delete from ww_benefits where source_id = 'cbs_ww_benefits';
delete from unmapped_category where source_id = 'cbs_ww_benefits';

create temp table published_ww as
select
    trim("RegioS") as region_code,
    trim("Perioden") as month,
    "Personen met een werkloosheidsuitkering" as value,
    release_status_of("Perioden:Status") as release_status,
    release_id,
    line,
from raw."85554NED";

insert into unmapped_category by name
select
    'cbs_ww_benefits' as source_id,
    '85554NED' as table_id,
    'RegioS' as column_name,
    region_code as category,
    count(*) as row_count,
from published_ww
anti join region using (region_code)
group by all;

delete from published_ww where region_code not in (select region.region_code from region);

insert into rejected_row by name
select
    release_id as file,
    line,
    'Perioden' as column_name,
    month as value,
    'a month such as 2026MM04 was expected' as reason,
from published_ww
where month not in (select period from period where kind = 'month')
union all by name
select
    release_id as file,
    line,
    'Personen met een werkloosheidsuitkering' as column_name,
    value,
    'a number of persons, or one of the marks . x - was expected' as reason,
from published_ww
where is_bad_number(value) or number_of(value) < 0
union all by name
select
    max(release_id) as file,
    max(line) as line,
    'RegioS' as column_name,
    format('{} / {}', region_code, month) as value,
    format('this region and month stands here {} times, once was expected', count(*)) as reason,
from published_ww
group by region_code, month
having count(*) > 1;

insert into ww_benefits by name
select
    'cbs_ww_benefits' as source_id,
    region_code,
    month,
    cast(number_of(value) as integer) as ww_benefits,
    sign_of(value) as sign,
    'published' as status,
    release_status,
    release_id,
    line,
from published_ww;

drop table published_ww;
