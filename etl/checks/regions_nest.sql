-- In elk jaar ligt een COROP-gebied in één provincie en zijn er 35 arbeidsmarktregio's; sinds 2024 vallen die uiteen in 47 delen per provincie.
-- AM99 is no region: it holds the municipalities that CBS did not place in 2019 and 2020.
select
    year,
    'provinces of ' || corop_code as what,
    count(distinct provincie_code) as found,
    1 as expected,
from region_link
group by year, corop_code
having count(distinct provincie_code) <> 1
union all by name
select
    year,
    'arbeidsmarktregio''s' as what,
    count(distinct arbeidsmarktregio_code) as found,
    35 as expected,
from region_part
where arbeidsmarktregio_code <> 'AM99'
group by year
having count(distinct arbeidsmarktregio_code) <> 35
union all by name
select
    year,
    'region parts' as what,
    count(*) as found,
    47 as expected,
from region_part
where year >= 2024
group by year
having count(*) <> 47
union all by name
select
    year,
    'municipalities in the region parts' as what,
    coalesce(part.municipalities, 0) as found,
    link.municipalities as expected,
from (
    select year, count(*) as municipalities
    from region_link
    group by year
) as link
left join (
    select year, sum(municipalities) as municipalities
    from region_part
    group by year
) as part using (year)
where part.municipalities is distinct from link.municipalities;
