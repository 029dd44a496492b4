-- Persons with a WW benefit at the end of the month: printed in tens.
select
    'ww_benefits' as measure,
    'total' as breakdown,
    region_code,
    month as period,
    ww_benefits as figure,
    ww_benefits - 5 as figure_low,
    ww_benefits + 5 as figure_high,
    sign,
    status,
    release_status,
    release_id,
    line,
from ww_benefits
