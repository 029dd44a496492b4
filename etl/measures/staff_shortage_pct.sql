-- Firms that a shortage of staff hinders, in percent: printed in whole numbers. Only what one page says
-- of at least five regions in one quarter compares; single points of other quarters are quotes.
select
    'staff_shortage_pct' as measure,
    'all' as breakdown,
    region_code,
    quarter as period,
    staff_shortage_pct as figure,
    greatest(staff_shortage_pct - 0.5, 0) as figure_low,
    staff_shortage_pct + 0.5 as figure_high,
    cast(null as text) as sign,
    status,
    release_id,
    line,
from staff_shortage
where sector = 'alle sectoren' and question = 'hindered' and "precision" = 'exact'
qualify count(*) over (partition by quarter, url) >= 5
