-- Het werkloosheidspercentage past bij werklozen gedeeld door beroepsbevolking, binnen de afronding.
-- Unemployed and labour force are off by at most 500 persons, the percentage by 0.05.
select
    series,
    region_code,
    period,
    unemployment_pct,
    unemployed,
    labour_force,
from labour_force
where
    unemployment_pct + 0.05 < 100.0 * (unemployed - 500) / (labour_force + 500)
    or unemployment_pct - 0.05 > 100.0 * (unemployed + 500) / (labour_force - 500);
