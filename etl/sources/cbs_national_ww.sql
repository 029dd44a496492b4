-- WW benefits in the whole country per month, adjusted for the season or not: two series of benefits,
-- beside the persons of 85554NED. Years are means of months and stay out.
delete from ww_benefits where source_id = 'cbs_national_ww';

create or replace temp table published as
from (
    select
        unnest(['national', 'national_adjusted']) as series,
        trim("Perioden") as period,
        unnest(["D007076_2", "M006400"]) as value,
        unnest(['D007076_2', 'M006400']) as value_column,
        release_status_of("Perioden:Status") as release_status,
        release_id,
        line,
    from raw."37789ksz"
)
-- CBS gives no adjusted figure after 2015.
where value is not null;

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            not is_period(period, ['month', 'year']),
            'Perioden',
            period,
            'a month such as 2026MM04, or a year, was expected'
        ),
        refusal(
            is_bad_amount(value),
            value_column,
            value,
            'a number of thousands such as 203.1, or one of the marks . x - was expected'
        )
    ]), recursive := true),
from published
union all by name
from twice('published', ['series', 'period'], 'Perioden', 'series and period');

insert into ww_benefits by name
select
    'cbs_national_ww' as source_id,
    'NL01' as region_code,
    period as month,
    from_thousands(value) as ww_benefits,
    sign_of(value) as sign,
    'published' as status,
    release_status,
    release_id,
    line,
    series,
from published
where is_period(period, ['month']);
