-- Open vacancies at the end of the quarter, per sector: printed in hundreds.
select
    'open_vacancies' as measure,
    sector_code as breakdown,
    region_code,
    quarter as period,
    cast(open_vacancies as double) as figure,
    if(sign = 'below_half_unit', 0, open_vacancies - margin) as figure_low,
    open_vacancies + margin as figure_high,
    sign,
    status,
    release_status,
    release_id,
    line,
from vacancies
