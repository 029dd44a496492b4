-- Sectoren tellen op tot hun totaal en provincies tot hun landsdeel en Nederland, op de bekende afwijkingen van CBS na.
-- In integer tenths of thousands, as published; a sum with a missing part is left out. Tolerance:
-- 0.05 for each rounded figure in the sum, its own total included. Returns new, vanished and
-- changed deviations; etl/checks/known_deviations.csv lists the known ones.
with cell as (
    select
        region_code,
        sector_code,
        quarter,
        open_vacancies // 100 as tenths,
    from vacancies
    where source_id = 'cbs_vacancies' and margin = 50
),

part_of as (
    select
        'sector' as rule,
        null as region_part,
        null as region_code,
        sector_code as sector_part,
        parent_code as sector_code,
        count(*) over (partition by parent_code) as parts_expected,
    from sector
    where parent_code is not null
    union all by name
    select
        'landsdeel' as rule,
        region_code as region_part,
        parent_code as region_code,
        null as sector_part,
        null as sector_code,
        count(*) over (partition by parent_code) as parts_expected,
    from region
    where kind = 'provincie' and valid_to_year = 9999
    union all by name
    select
        'nederland' as rule,
        region_code as region_part,
        'NL01' as region_code,
        null as sector_part,
        null as sector_code,
        count(*) over () as parts_expected,
    from region
    where kind = 'provincie' and valid_to_year = 9999
),

part as (
    select
        part_of.rule,
        cell.region_code,
        part_of.sector_code,
        cell.quarter,
        cell.tenths,
        part_of.parts_expected,
    from cell
    inner join part_of on part_of.sector_part = cell.sector_code
    union all by name
    select
        part_of.rule,
        part_of.region_code,
        cell.sector_code,
        cell.quarter,
        cell.tenths,
        part_of.parts_expected,
    from cell
    inner join part_of on part_of.region_part = cell.region_code
),

sums as (
    select
        rule,
        region_code,
        sector_code,
        quarter,
        sum(tenths) as tenths,
        count(tenths) as parts,
    from part
    group by rule, region_code, sector_code, quarter, parts_expected
    having count(tenths) = parts_expected
),

deviation as (
    select
        sums.rule,
        sums.region_code,
        sums.sector_code,
        sums.quarter,
        cell.tenths * 100 as published,
        sums.tenths * 100 as sum_of_parts,
        (cell.tenths - sums.tenths) * 100 as difference,
    from sums
    inner join cell using (region_code, sector_code, quarter)
    where abs(cell.tenths - sums.tenths) * 2 > sums.parts + 1
)

select
    rule,
    region_code,
    sector_code,
    quarter,
    deviation.published,
    deviation.sum_of_parts,
    deviation.difference,
    known_deviation.difference as known_difference,
from deviation
full join known_deviation using (rule, region_code, sector_code, quarter)
where
    deviation.published is distinct from known_deviation.published
    or deviation.sum_of_parts is distinct from known_deviation.sum_of_parts
order by all;
