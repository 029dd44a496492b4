-- Titles of categories as CBS writes them, each with its code, from the reference tables; of a title
-- with two codes the first counts.
with brackets (kind, bracket) as (
    values
        ('land', ''),
        ('landsdeel', ' (LD)'),
        ('provincie', ' (PV)'),
        ('provincie', ''),
        ('corop', ' (CR)'),
        ('arbeidsmarktregio', ' (AM)'),
        ('gemeente', ' (gemeente)'),
        ('gemeente', '')
),

place as (
    select name, kind, region_code
    from region_name
    union all by name
    select from_name as name, 'gemeente' as kind, from_code as region_code
    from raw.municipality_merger
    union all by name
    select unnest($names) as name, 'gemeente' as kind, unnest($codes) as region_code
)

select title, code, 1 as rank
from raw.cbs_region
union all by name
select name || bracket as title, region_code as code, if(kind = 'gemeente', 3, 2) as rank
from place
inner join brackets using (kind)
union all by name
select unnest([sbi || ' ' || label, label, sbi]) as title, sector_code as code, 4 as rank
from sector
union all by name
select
    unnest(
        case kind
            when 'school_year'
                then [replace(label, 'schooljaar ', ''), format('{}/{}', year, year + 1), label]
            else [trim(format('{} {}', year, replace(label, cast(year as text), ''))), label]
        end
    ) as title,
    period as code,
    5 as rank,
from period
order by rank, code
