-- Which regions border on these, longest border first?
select
    neighbour_code as region_code,
    region_name_of(neighbour_code) as region_name,
    sum(border_km) as border_km,
from region_neighbour
where
    region_code in (select unnest($region_codes))
    and neighbour_code not in (select unnest($region_codes))
group by neighbour_code
order by sum(border_km) desc, region_name;
