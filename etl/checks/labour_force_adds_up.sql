-- De beroepsbevolking is werkzame plus werkloze personen, binnen de afronding op duizendtallen.
-- Three rounded figures, each off by at most 500 persons.
select
    series,
    region_code,
    period,
    labour_force,
    employed + unemployed as sum_of_parts,
from labour_force
where abs(labour_force - employed - unemployed) > 3 * 500;
