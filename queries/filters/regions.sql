-- Which regions can be chosen, and in which provinces do they lie, largest part first?
with placed as (
    select
        unnest([arbeidsmarktregio_code, corop_code]) as region_code,
        provincie_code,
    from region_link
    where year = (select max(year) from region_link)
),

part as (
    select
        region_code,
        provincie_code,
        count(*) as municipalities,
    from placed
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
        list(part.provincie_code order by part.municipalities desc, part.provincie_code)
            filter (part.provincie_code is not null),
        [region.region_code]
    ) as province_codes,
    coalesce(
        list(province.name order by part.municipalities desc, part.provincie_code)
            filter (part.provincie_code is not null),
        [region.name]
    ) as province_names,
    max(part.municipalities) as municipalities_in_first,
from region_today as region
left join part using (region_code)
left join region_today as province on province.region_code = part.provincie_code
where region.kind in ('provincie', 'arbeidsmarktregio', 'corop')
group by region.region_code, region.kind, region.name
order by
    array_position(['provincie', 'arbeidsmarktregio', 'corop'], region.kind), region.name;
