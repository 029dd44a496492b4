-- Unemployed in percent of the labour force, old and new method apart: printed in tenths.
select
    'unemployment_pct' as measure,
    series as breakdown,
    region_code,
    period,
    unemployment_pct as figure,
    unemployment_pct - 0.05 as figure_low,
    unemployment_pct + 0.05 as figure_high,
    if(unemployment_pct is null, sign, null) as sign,
    status,
    release_status,
    release_id,
    line,
from labour_force
where series <> 'labour_market_attachment'
