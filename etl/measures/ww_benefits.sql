-- WW at the end of the month: persons printed in tens, benefits of the whole country in hundreds.
select
    'ww_benefits' as measure,
    series as breakdown,
    region_code,
    month as period,
    ww_benefits as figure,
    ww_benefits - if(series = 'total', 5, 50) as figure_low,
    ww_benefits + if(series = 'total', 5, 50) as figure_high,
    sign,
    status,
    release_status,
    release_id,
    line,
from ww_benefits
