-- Confidence of firms per province and quarter; a province without a row is not published here.
delete from business_confidence where source_id = 'cbs_confidence';

create or replace temp table published as
select *
from raw."84303NED_ondernemersvertrouwen_2019KW04_2023KW02";

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            region_code_of(province, 'provincie') is distinct from region_code,
            'region_code',
            region_code,
            'the code of the province that is named was expected'
        ),
        refusal(
            not is_period(quarter, ['quarter']),
            'quarter',
            quarter,
            'a quarter such as 2018KW04 was expected'
        ),
        refusal(
            coalesce(number_of(ondernemersvertrouwen) not between -100 and 100, true),
            'ondernemersvertrouwen',
            ondernemersvertrouwen,
            'a balance from -100 to 100 was expected'
        )
    ]), recursive := true),
from published
union all by name
from twice('published', ['region_code', 'quarter'], 'ondernemersvertrouwen', 'quarter of a region');

insert into business_confidence by name
select
    'cbs_confidence' as source_id,
    region_code,
    quarter,
    number_of(ondernemersvertrouwen) as confidence_balance,
    status,
    release_id,
    line,
from published
order by region_code, quarter;
