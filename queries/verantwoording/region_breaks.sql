-- From which year does a region cover another area than the year before, and why?
-- A region that was renamed in that year goes by its old name. That figures from before and after a
-- break do not compare stands above the table, not in each row.
select
    cast(year as text) as break_year,
    label_of('region_kind', kind) as kind_label,
    name as region_name,
    split_part(sentence, ' Cijfers van voor', 1) as break_label,
    why as why_label,
    municipalities_gained,
    municipalities_lost,
    label_of('status', status) as status_label,
    year,
    status,
    region_code,
from region_break
inner join region using (region_code)
where year between valid_from_year and valid_to_year + 1
qualify row_number() over (partition by region_code, year order by valid_from_year) = 1
order by year desc, name;
