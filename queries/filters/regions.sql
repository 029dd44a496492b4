-- Which regions can be chosen, and in which provinces do they lie, largest part first?
with part as (
    select region_code, provincie_code, count(*) as municipalities,
    from region_link
    cross join unnest([arbeidsmarktregio_code, corop_code]) as _ (region_code)
    where year = (select max(year) from region_link)
    group by all
)

select
    region.region_code,
    region.kind,
    region.name,
    region.name
    || case region.kind
        when 'arbeidsmarktregio' then ' (arbeidsmarktregio)'
        when 'corop' then ' (COROP)'
        else ''
    end as label,
    coalesce(
        list(provincie_code order by municipalities desc, provincie_code)
            filter (provincie_code is not null),
        [region.region_code]
    ) as province_codes,
    coalesce(
        list(province.name order by municipalities desc, provincie_code)
            filter (provincie_code is not null),
        [region.name]
    ) as province_names,
    max(municipalities) as municipalities_in_first,
from region_today as region
left join part using (region_code)
left join region_today as province on province.region_code = provincie_code
where region.kind in ('provincie', 'arbeidsmarktregio', 'corop')
group by region.region_code, region.kind, region.name
order by
    array_position(['provincie', 'arbeidsmarktregio', 'corop'], region.kind), region.name;
