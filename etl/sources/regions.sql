-- Municipalities per year with their regions: as CBS published them where that year is loaded, and
-- otherwise derived from the newest year with the known changes of data/reference.
create or replace temp table published_link as
with cbs as (
    select
        release_id as file,
        line,
        trim("RegioS") as gm,
        trim("Arbeidsmarktregio's/Code") as am,
        trim("COROP-gebieden/Code") as cr,
        trim("Provincies/Code") as pv,
        cast(jaar as integer) as year,
    from query_table(
        [
            'raw."84378NED"', 'raw."84721NED"', 'raw."84929NED"', 'raw."85067NED"',
            'raw."85385NED"', 'raw."85755NED"', 'raw."86059NED"', 'raw."86247NED"',
        ],
        true
    )
)

select *
from cbs
union all by name
select
    release_id as file,
    line,
    gm,
    am,
    cr,
    pv,
    2026 as year,
from raw.municipality_regions_2026
where 2026 not in (select year from cbs);

insert into rejected_row by name
select
    file,
    line,
    code.column_name,
    code.value,
    format('a code such as {} was expected', code.pattern) as reason,
from published_link
cross join lateral (
    values
        ('gm', gm, 'GM[0-9]{4}'),
        ('am', am, 'AM[0-9]{2}'),
        ('cr', cr, 'CR[0-9]{2}'),
        ('pv', pv, 'PV[0-9]{2}')
) as code (column_name, value, pattern)
where not regexp_full_match(coalesce(code.value, ''), code.pattern)
union all by name
select
    file,
    max(line) as line,
    'gm' as column_name,
    gm as value,
    format('the municipality stands here {} times, once was expected', count(*)) as reason,
from published_link
group by file, gm
having count(*) > 1;

-- A municipality that has gone lies where its successors lie; when they differ, region_change says
-- where it lay.
create or replace temp table derived_link as
with newest as (
    select *
    from published_link
    where year = (select max(year) from published_link)
),

created as (
    select to_code as gm, min(cast(year as integer)) as year
    from raw.municipality_merger
    where to_is_new = 'yes'
    group by to_code
),

municipality as (
    select
        newest.gm,
        newest.am,
        newest.cr,
        newest.pv,
        coalesce(created.year, 2019) as first_year,
        newest.year as last_year,
    from newest
    left join created using (gm)
    union all by name
    select
        merger.from_code as gm,
        if(count(distinct newest.am) = 1, any_value(newest.am), null) as am,
        if(count(distinct newest.cr) = 1, any_value(newest.cr), null) as cr,
        if(count(distinct newest.pv) = 1, any_value(newest.pv), null) as pv,
        2019 as first_year,
        max(cast(merger.year as integer)) - 1 as last_year,
    from raw.municipality_merger as merger
    left join newest on newest.gm = merger.to_code
    group by merger.from_code
),

municipality_year as (
    select
        *,
        unnest(generate_series(first_year, last_year)) as year,
    from municipality
)

select
    here.gm,
    cast(here.year as integer) as year,
    coalesce(
        arg_min(change.from_code, change.year) filter (where change.kind = 'arbeidsmarktregio'),
        any_value(here.am)
    ) as am,
    coalesce(
        arg_min(change.from_code, change.year) filter (where change.kind = 'corop'),
        any_value(here.cr)
    ) as cr,
    coalesce(
        arg_min(change.from_code, change.year) filter (where change.kind = 'provincie'),
        any_value(here.pv)
    ) as pv,
from municipality_year as here
left join raw.region_change as change
    on change.municipality_code = here.gm and cast(change.year as integer) > here.year
group by here.gm, here.year;

insert into rejected_row by name
select
    'data/reference/municipality_merger.csv' as file,
    'from_code' as column_name,
    gm as value,
    'its successors are unknown or lie in different regions; a line of region_change.csv that '
        || 'says where it lay was expected' as reason,
from derived_link
where am is null or cr is null or pv is null
group by gm;

insert into rejected_row by name
with told as (
    select
        change.*,
        case change.kind
            when 'arbeidsmarktregio' then derived_link.am
            when 'corop' then derived_link.cr
            when 'provincie' then derived_link.pv
        end as found,
    from raw.region_change as change
    left join derived_link
        on derived_link.gm = change.municipality_code
        and derived_link.year = cast(change.year as integer)
)

select
    'data/reference/region_change.csv' as file,
    'municipality_code' as column_name,
    municipality_code as value,
    format('it lies in {} in {}, {} was expected', found, year, to_code) as reason,
from told
where found <> to_code
union all by name
select
    'data/reference/region_change.csv' as file,
    'municipality_code' as column_name,
    municipality_code as value,
    format('a municipality that lies in a {} was expected', kind) as reason,
from told
where
    kind not in ('arbeidsmarktregio', 'corop', 'provincie')
    or municipality_code not in (select gm from derived_link);

insert into region_link by name
select
    gm as municipality_code,
    year,
    am as arbeidsmarktregio_code,
    cr as corop_code,
    pv as provincie_code,
    status,
from (
    select *, 'published' as status
    from published_link
    union all by name
    select *, 'estimated' as status
    from derived_link
    where year not in (select year from published_link)
);

insert into rejected_row by name
with linked as (
    select municipality_code as gm
    from region_link
    where year = 2022
)

select
    release_id as file,
    line,
    'statcode' as column_name,
    statcode as value,
    'the municipality has boundaries of 2022 but no regions in that year' as reason,
from raw.municipalities_2022
where statcode not in (select gm from linked)
union all by name
select
    'data/reference/municipality_merger.csv' as file,
    'from_code' as column_name,
    gm as value,
    'the municipality has regions in 2022 but no boundaries of that year' as reason,
from linked
where gm not in (select statcode from raw.municipalities_2022);

insert into region_part by name
select
    arbeidsmarktregio_code,
    provincie_code,
    year,
    count(*) as municipalities,
from region_link
group by arbeidsmarktregio_code, provincie_code, year;

insert into region by name
with current_region as (
    select distinct
        unnest([pv, cr, am, gm]) as region_code,
        unnest(['provincie', 'corop', 'arbeidsmarktregio', 'gemeente']) as kind,
        unnest([pv_naam, cr_naam, am_naam, gm_naam]) as name,
    from raw.municipality_regions_2026
),

first_year as (
    select region_code, max(valid_to_year) + 1 as year
    from region
    where valid_to_year < 9999
    group by region_code
    union all by name
    select to_code as region_code, min(cast(year as integer)) as year
    from raw.municipality_merger
    where to_is_new = 'yes'
    group by to_code
),

parent as (
    select provincie_code as region_code, landsdeel_code as parent_code
    from raw.landsdeel
    union all by name
    select distinct
        unnest([corop_code, municipality_code]) as region_code,
        provincie_code as parent_code,
    from region_link
    where year = 2026
)

select
    region_code,
    kind,
    name,
    parent.parent_code,
    coalesce(first_year.year, 0) as valid_from_year,
    9999 as valid_to_year,
from current_region
left join parent using (region_code)
left join first_year using (region_code);

insert into region by name
select distinct
    merger.from_code as region_code,
    'gemeente' as kind,
    merger.from_name as name,
    link.provincie_code as parent_code,
    0 as valid_from_year,
    cast(merger.year as integer) - 1 as valid_to_year,
from raw.municipality_merger as merger
inner join region_link as link
    on link.municipality_code = merger.from_code
    and link.year = cast(merger.year as integer) - 1;

-- A region breaks in the year in which a municipality, or a part of one that was divided, lies
-- elsewhere than in the year before.
insert into region_break by name
with successor as (
    select
        municipality_code as from_code,
        municipality_code as to_code,
        year,
        false as is_part,
    from region_link
    union all by name
    select
        from_code,
        to_code,
        cast(year as integer) as year,
        count(*) over (partition by from_code) > 1 as is_part,
    from raw.municipality_merger
),

step as (
    select
        successor.from_code as municipality_code,
        successor.year,
        successor.is_part,
        if('estimated' in (old.status, new.status), 'estimated', 'published') as status,
        unpivoted.kind,
        unpivoted.old_code,
        unpivoted.new_code,
    from successor
    inner join region_link as old
        on old.municipality_code = successor.from_code and old.year = successor.year - 1
    inner join region_link as new
        on new.municipality_code = successor.to_code and new.year = successor.year
    cross join lateral (
        values
            ('arbeidsmarktregio', old.arbeidsmarktregio_code, new.arbeidsmarktregio_code),
            ('corop', old.corop_code, new.corop_code),
            ('provincie', old.provincie_code, new.provincie_code)
    ) as unpivoted (kind, old_code, new_code)
),

moved as (
    select distinct
        step.*,
        if(step.is_part, 'een deel van ', '') || municipality.name as municipality_name,
        old_region.name as old_name,
        new_region.name as new_name,
        change.why,
    from step
    inner join region as municipality
        on municipality.region_code = step.municipality_code
        and step.year - 1 between municipality.valid_from_year and municipality.valid_to_year
    inner join region as old_region
        on old_region.region_code = step.old_code
        and step.year - 1 between old_region.valid_from_year and old_region.valid_to_year
    inner join region as new_region
        on new_region.region_code = step.new_code
        and step.year between new_region.valid_from_year and new_region.valid_to_year
    left join raw.region_change as change
        on change.municipality_code = step.municipality_code
        and cast(change.year as integer) = step.year
        and change.kind = step.kind
    where step.old_code <> step.new_code
),

side as (
    select
        moved.*,
        told.*,
    from moved
    cross join lateral (
        values
            (
                new_code,
                'met',
                if(old_code = 'AM99', 'eerder niet ingedeeld', 'uit ' || old_name)
            ),
            (old_code, 'zonder', 'naar ' || new_name)
    ) as told (region_code, preposition, other)
),

gathered as (
    select
        region_code,
        year,
        preposition,
        format(
            '{} {} ({})',
            preposition,
            string_agg(municipality_name, ' en ' order by municipality_name),
            other
        ) as label,
        count(distinct municipality_code) as municipalities,
        max(status = 'estimated') as is_estimated,
        string_agg(distinct why, ' ' order by why) as why,
    from side
    group by region_code, year, preposition, other
)

select
    gathered.region_code,
    gathered.year,
    coalesce(sum(municipalities) filter (where preposition = 'met'), 0) as municipalities_gained,
    coalesce(sum(municipalities) filter (where preposition = 'zonder'), 0) as municipalities_lost,
    format(
        'Vanaf {0} {1}{2}. Cijfers van voor en na {0} zijn niet zonder meer vergelijkbaar.',
        gathered.year,
        string_agg(gathered.label, '; ' order by gathered.label),
        coalesce('; de naam is sindsdien ' || any_value(renamed.name), '')
    ) as sentence,
    string_agg(distinct gathered.why, ' ' order by gathered.why) as why,
    if(max(gathered.is_estimated), 'estimated', 'published') as status,
from gathered
left join region as renamed
    on renamed.region_code = gathered.region_code
    and renamed.valid_from_year = gathered.year
group by gathered.region_code, gathered.year;
