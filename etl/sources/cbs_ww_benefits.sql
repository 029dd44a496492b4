-- Persons with a WW benefit per region and month; regions that no longer exist stay unmapped.
delete from ww_benefits where source_id = 'cbs_ww_benefits';
delete from unmapped_category where source_id = 'cbs_ww_benefits';

create or replace temp table published as
select
    trim("RegioS") as region_code,
    trim("Perioden") as month,
    "Personen met een werkloosheidsuitkering" as value,
    release_status_of("Perioden:Status") as release_status,
    '85554NED' as table_id,
    refusals([category('RegioS', region_code, is_region(region_code))]) as unmapped,
    release_id,
    line,
from raw."85554NED";

insert into unmapped_category by name
from unmapped_in('published', 'cbs_ww_benefits');

delete from published where len(unmapped) > 0;

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            not is_period(month, ['month']),
            'Perioden',
            month,
            'a month such as 2026MM04 was expected'
        ),
        refusal(
            is_bad_amount(value),
            'Personen met een werkloosheidsuitkering',
            value,
            'a number of persons, or one of the marks . x - was expected'
        )
    ]), recursive := true),
from published
union all by name
from twice('published', ['region_code', 'month'], 'RegioS', 'region and month');

insert into ww_benefits by name
select
    * exclude (value, table_id, unmapped),
    'cbs_ww_benefits' as source_id,
    cast(number_of(value) as integer) as ww_benefits,
    sign_of(value) as sign,
    'published' as status,
from published;
