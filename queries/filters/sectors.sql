-- Which sectors can be chosen?
select
    sector_code,
    sbi,
    label,
    short_label,
from sector
order by position;
