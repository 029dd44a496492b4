-- Labour force and unemployment of the whole country by the method of 2022, recalculated back by CBS:
-- per quarter (85224NED) and per month (80590ned), adjusted for the season or not, four series apart.
delete from labour_force where source_id = 'cbs_national_labour';

create or replace temp table published as
from (
    select
        case "SeizoenEnWerkdagcorrectie"
            when 'A042501' then 'recalculated'
            when 'A050903' then 'recalculated_adjusted'
        end as series,
        trim("Perioden") as period,
        ['quarter', 'year'] as kinds,
        "SeizoenEnWerkdagcorrectie" as adjustment_found,
        "3000790_2" as labour_force_x1000,
        "3000795" as employed_x1000,
        "3000800_2" as unemployed_x1000,
        "M001906" as unemployment_pct,
        release_status_of("Perioden:Status") as release_status,
        release_id,
        line,
    from raw."85224NED"
    union all by name
    select
        unnest(['monthly', 'monthly_adjusted']) as series,
        trim("Perioden") as period,
        ['month', 'quarter', 'year'] as kinds,
        unnest(["3000790_2", "D002308"]) as labour_force_x1000,
        unnest(["3000795_2", "D006409"]) as employed_x1000,
        unnest(["3000800_2", "D001875"]) as unemployed_x1000,
        unnest(["M001906_2", "M004210"]) as unemployment_pct,
        release_status_of("Perioden:Status") as release_status,
        release_id,
        line,
    from raw."80590ned"
)
-- CBS adjusts no years for the season: such a cell cannot hold a figure.
where unemployment_pct is distinct from 'Impossible';

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            series is null,
            'SeizoenEnWerkdagcorrectie',
            adjustment_found,
            'A042501 (not adjusted) or A050903 (adjusted for the season) was expected'
        ),
        refusal(
            not is_period(period, kinds),
            'Perioden',
            period,
            format('a {} was expected, such as 2026KW01 or 2026JJ00', array_to_string(kinds, ' or '))
        )
    ]), recursive := true),
from published
union all by name
select
    release_id as file,
    line,
    column_name,
    value,
    'a number such as 614 or 3.1, or one of the marks . x - was expected' as reason,
from (unpivot published on columns('_x1000|_pct') into name column_name value value)
where is_bad_amount(value)
union all by name
from twice('published', ['series', 'period'], 'Perioden', 'series and period');

insert into labour_force by name
select
    'cbs_national_labour' as source_id,
    series,
    'NL01' as region_code,
    period,
    from_thousands(labour_force_x1000) as labour_force,
    from_thousands(employed_x1000) as employed,
    from_thousands(unemployed_x1000) as unemployed,
    number_of(published.unemployment_pct) as unemployment_pct,
    coalesce(
        sign_of(labour_force_x1000),
        sign_of(employed_x1000),
        sign_of(unemployed_x1000),
        sign_of(published.unemployment_pct)
    ) as sign,
    'published' as status,
    release_status,
    release_id,
    line,
from published;
