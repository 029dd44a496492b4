-- Which regions border on these, longest border first?
select
    neighbour.region_code,
    neighbour.name as region_name,
    sum(region_neighbour.border_km) as border_km,
from region_neighbour
inner join region_today as neighbour on neighbour.region_code = region_neighbour.neighbour_code
where
    region_neighbour.region_code in (select unnest($region_codes))
    and region_neighbour.neighbour_code not in (select unnest($region_codes))
group by all
order by sum(region_neighbour.border_km) desc, neighbour.name;
