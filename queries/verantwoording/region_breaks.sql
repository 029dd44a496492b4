-- From which year does a region cover another area than the year before, and why?
-- A region that was renamed in that year goes by its old name. That figures from before and after a
-- break do not compare stands above the table, not in each row.
select
    cast(region_break.year as text) as break_year,
    label_of('region_kind', region.kind) as kind_label,
    region.name as region_name,
    split_part(region_break.sentence, ' Cijfers van voor', 1) as break_label,
    region_break.why as why_label,
    region_break.municipalities_gained,
    region_break.municipalities_lost,
    status.label as status_label,
    region_break.year,
    region_break.status,
    region_break.region_code,
from region_break
inner join region
    on region.region_code = region_break.region_code
    and region_break.year between region.valid_from_year and region.valid_to_year + 1
inner join code_label as status
    on status.list = 'status'
    and status.code = region_break.status
qualify
    row_number() over (
        partition by region_break.region_code, region_break.year
        order by region.valid_from_year
    ) = 1
order by region_break.year desc, region.name;
