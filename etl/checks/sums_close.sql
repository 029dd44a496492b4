-- Sectoren tellen op tot hun totaal en provincies tot hun landsdeel en Nederland, op de bekende afwijkingen van CBS na.
-- In integer tenths of thousands, as published; a sum with a missing part is left out. Tolerance:
-- 0.05 for each rounded figure in the sum, its own total included. Returns new, vanished and
-- changed deviations; etl/checks/known_deviations.csv lists the known ones.
with cell as (
    select
        vacancies.region_code,
        vacancies.sector_code,
        vacancies.quarter,
        vacancies.open_vacancies // 100 as tenths,
        sector.parent_code as sector_parent,
        region.parent_code as region_parent,
        region.kind as region_kind,
    from vacancies
    inner join sector using (sector_code)
    inner join region
        on region.region_code = vacancies.region_code
        and cast(left(vacancies.quarter, 4) as integer)
        between region.valid_from_year and region.valid_to_year
    where vacancies.source_id = 'cbs_vacancies'
),

part as (
    select
        'sector' as rule,
        region_code,
        sector_parent as sector_code,
        quarter,
        tenths,
        (
            select count(*) from sector where sector.parent_code = cell.sector_parent
        ) as parts_expected,
    from cell
    where sector_parent is not null
    union all by name
    select
        'landsdeel' as rule,
        region_parent as region_code,
        sector_code,
        quarter,
        tenths,
        (
            select count(*) from region where region.parent_code = cell.region_parent
        ) as parts_expected,
    from cell
    where region_kind = 'provincie'
    union all by name
    select
        'nederland' as rule,
        'NL01' as region_code,
        sector_code,
        quarter,
        tenths,
        12 as parts_expected,
    from cell
    where region_kind = 'provincie'
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
