-- How short workers are in each region, up to a day, as one figure: the tension that CBS published when
-- it is at most four quarters older than the newest vacancies there; otherwise vacancies per 1 000 of
-- the labour force, and second the older tension. One row per region and position (1, 2), with Nederland in the
-- same period and whether the region lies surely above or below it. For one region
-- by itself: a map, a rank or a line is of one measure, vacancies_per_1000_labour_force.
create macro shortage_until(a_day) as table
with newest as (
    select region_figure.*, starts_on, ends_on
    from region_figure
    inner join period using (period)
    where
        ends_on <= a_day
        and figure is not null
        and (
            (measure = 'vacancies_per_100_unemployed' and breakdown = 'no' and status = 'published')
            or measure = 'vacancies_per_1000_labour_force'
        )
    qualify row_number() over (partition by region_code, measure order by starts_on desc) = 1
),

vacancies_until as (
    select region_code, max(starts_on) as starts_on
    from region_figure
    inner join period using (period)
    where measure = 'open_vacancies' and ends_on <= a_day and figure is not null
    group by region_code
),

aged as (
    select
        newest.* exclude (starts_on),
        date_diff('quarter', newest.starts_on, open_at.starts_on) as quarters_behind,
        measure = 'vacancies_per_100_unemployed' as is_tension,
        row_number() over (
            partition by region_code
            order by is_tension and coalesce(quarters_behind <= 4, true) desc, is_tension
        ) as position,
    from newest
    left join vacancies_until as open_at using (region_code)
)

select
    aged.* exclude (is_tension),
    country.figure as figure_country,
    country.sign as figure_country_sign,
    case
        when aged.region_code = 'NL01' then null
        when aged.figure_low > country.figure_high then 'above'
        when aged.figure_high < country.figure_low then 'below'
        when country.figure_low is not null then 'same'
    end as beside_country,
from aged
left join region_figure as country
    on country.region_code = 'NL01'
    and country.measure = aged.measure
    and country.breakdown = aged.breakdown
    and country.period = aged.period
where aged.position = 1 or is_tension;
