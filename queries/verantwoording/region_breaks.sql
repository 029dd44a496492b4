-- From which year does a region cover another area than the year before, and why?
select
    cast(region_break.year as text) as break_year,
    kind.label as kind_label,
    region.name as region_name,
    region_break.sentence as break_label,
    region_break.why as why_label,
    region_break.municipalities_gained,
    region_break.municipalities_lost,
    status.label as status_label,
    region_break.status,
    region_break.region_code,
from region_break
inner join region
    on region.region_code = region_break.region_code
    and region_break.year between region.valid_from_year and region.valid_to_year
inner join code_label as kind on kind.list = 'region_kind' and kind.code = region.kind
inner join code_label as status
    on status.list = 'status'
    and status.code = region_break.status
order by region_break.year desc, region.name;
