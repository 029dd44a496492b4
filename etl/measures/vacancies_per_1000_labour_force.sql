-- Open vacancies per 1 000 of the labour force, all sectors: printed in hundreds and in thousands.
-- The labour force is that of the new method of which the middle is nearest to the end of the quarter;
-- base_period names it.
select
    'vacancies_per_1000_labour_force' as measure,
    sector_code as breakdown,
    vacancies.region_code,
    quarter as period,
    1000.0 * open_vacancies / labour_force as figure,
    1000.0 * if(vacancies.sign = 'below_half_unit', 0, open_vacancies - margin) / (labour_force + 500)
        as figure_low,
    1000.0 * (open_vacancies + margin) / (labour_force - 500) as figure_high,
    nullif(vacancies.sign, 'below_half_unit') as sign,
    if('sample' in (vacancies.status, base.status), 'sample', 'estimated') as status,
    vacancies.release_status,
    base.period as base_period,
    vacancies.release_id,
    base.release_id as second_release_id,
    vacancies.line,
from vacancies
inner join period as open_at on open_at.period = quarter
inner join labour_force as base
    on base.region_code = vacancies.region_code
    and series = 'new_method'
    and labour_force > 500
inner join period as counted_in on counted_in.period = base.period
where sector_code = 'T001081'
qualify row_number() over (
    partition by vacancies.source_id, vacancies.region_code, quarter
    order by
        abs(
            date_diff('day', counted_in.starts_on, open_at.ends_on)
            + date_diff('day', counted_in.ends_on, open_at.ends_on)
        ),
        counted_in.ends_on desc
) = 1
