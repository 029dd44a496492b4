-- Elk jaar vanaf 2019 telt zoveel gemeenten als Nederland er dat jaar had.
-- Numbers of municipalities on 1 January: CBS, Gebieden in Nederland.
with expected as (
    from (
        values
            (2019, 355),
            (2020, 355),
            (2021, 352),
            (2022, 345),
            (2023, 342),
            (2024, 342),
            (2025, 342),
            (2026, 342)
    ) as published (year, municipalities)
),

found as (
    select year, count(*) as municipalities
    from region_link
    group by year
)

select
    year,
    found.municipalities as found,
    expected.municipalities as expected,
from expected
full join found using (year)
where found.municipalities is distinct from expected.municipalities
order by year;
