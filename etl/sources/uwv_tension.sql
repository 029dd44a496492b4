-- UWV Spanningsindicator: vacancies and short-term WW per region, occupation group and quarter.
-- Each distinct text is read once; the figures are then joined to what their text means.
delete from occupation_tension where source_id = 'uwv_tension';

-- AM99 is where CBS puts what lies in no region: not a region of UWV.
create temp table tension_region as
with region_of_uwv as (
    select name, region_code
    from region_name
    where kind in ('arbeidsmarktregio', 'land') and region_code <> 'AM99'
),

known as (
    select plain(name) as name, region_code
    from region_of_uwv
    union
    select plain(region_code) as name, region_code
    from region_of_uwv
)

select
    found.region,
    known.region_code,
    plain(found.region) in ('totaal', 'totaal nederland', 'nederland totaal') as is_total,
from (select distinct region from raw.tension) as found
left join known on known.name = plain(found.region);

create temp table tension_group as
with known as (
    select plain(name) as name, uwv_group_code
    from uwv_group_name
    union
    select plain(label) as name, uwv_group_code
    from uwv_group
    union
    select plain(uwv_group_code) as name, uwv_group_code
    from uwv_group
)

select
    found.occupation,
    known.uwv_group_code,
    plain(found.occupation) in (
        'totaal', 'totaal beroepen', 'totaal beroepsgroepen', 'alle beroepen',
        'alle beroepsgroepen'
    ) as is_total,
from (select distinct occupation from raw.tension) as found
left join known on known.name = plain(found.occupation);

-- 2025KW02, 2025-Q2, Q2 2025, 2e kwartaal 2025
create temp table tension_quarter as
with part as (
    select
        quarter,
        regexp_extract(plain(quarter), '^([0-9]{4})[ -]?(?:kw0?|q)([1-4])$', ['year', 'number'])
            as year_first,
        regexp_extract(
            plain(quarter),
            '^(?:q([1-4])|([1-4])e kwartaal) ([0-9]{4})$',
            ['short', 'long', 'year']
        ) as year_last,
    from (select distinct quarter from raw.tension)
)

select
    part.quarter,
    period.period as quarter_code,
from part
left join period
    on period.kind = 'quarter'
    and period.period = format(
        '{}KW0{}',
        year_first.year || year_last.year,
        year_first.number || year_last.short || year_last.long
    );

create temp table tension_mark as
select *
from (
    values
        ('.', 'missing', null),
        ('', 'missing', null),
        ('x', 'secret', null),
        ('-', 'nil', 0),
        ('<10', 'below_ten', null),
        ('< 10', 'below_ten', null)
) as mark (mark, sign, value);

-- Persons and vacancies: whole, without separators; 120.0 is what some programs write for 120.
create temp table tension_count as
select
    found.value as text,
    coalesce(
        tension_mark.value,
        case
            when regexp_full_match(plain(found.value), '[0-9]{1,8}([.,]0{1,2})?')
                then cast(regexp_extract(plain(found.value), '^[0-9]+') as integer)
        end
    ) as value,
    tension_mark.sign,
from (
    select vacancies as value from raw.tension
    union
    select ww_under_6_months as value from raw.tension
) as found
left join tension_mark on tension_mark.mark = plain(found.value);

create temp table tension_ratio as
select
    found.ratio as text,
    case
        when regexp_full_match(plain(found.ratio), '[0-9]{1,8}([.,][0-9]{1,30})?')
            then cast(replace(plain(found.ratio), ',', '.') as double)
    end as value,
    length(regexp_extract(plain(found.ratio), '[.,]([0-9]+)$', 1)) as decimals,
    if(tension_mark.sign = 'nil', 'missing', tension_mark.sign) as sign,
from (select distinct ratio from raw.tension) as found
left join tension_mark on tension_mark.mark = plain(found.ratio);

create temp table tension_class_said as
select
    found.class as text,
    tension_class.tension_class as value,
    if(tension_mark.sign = 'nil', 'missing', tension_mark.sign) as sign,
from (select distinct class from raw.tension) as found
left join tension_class on plain(tension_class.label) = plain(found.class)
left join tension_mark on tension_mark.mark = plain(found.class);

-- A workbook drops the zeros at the end of a number, so there the column says how many decimals
-- its ratios were published with.
create temp table tension_decimals as
select
    tension.release_id,
    tension.sheet,
    max(tension_ratio.decimals) as decimals,
from raw.tension
inner join tension_ratio on tension_ratio.text = tension.ratio
where tension.sheet <> ''
group by tension.release_id, tension.sheet;

-- Rows of totals are left out: a total is no leaf.
create temp table published_tension as
select
    tension.release_id,
    tension.status,
    tension.sheet,
    tension.line,
    tension_region.region_code,
    tension_group.uwv_group_code,
    tension_quarter.quarter_code,
    vacancies_count.value as open_vacancies,
    vacancies_count.sign as vacancies_sign,
    ww_count.value as ww,
    ww_count.sign as ww_sign,
    tension_ratio.value as ratio,
    coalesce(tension_decimals.decimals, tension_ratio.decimals) as decimals,
    tension_ratio.sign as ratio_sign,
    tension_class_said.value as class,
    tension_class_said.sign as class_sign,
from raw.tension
inner join tension_region using (region)
inner join tension_group using (occupation)
inner join tension_quarter using (quarter)
inner join tension_count as vacancies_count on vacancies_count.text = tension.vacancies
inner join tension_count as ww_count on ww_count.text = tension.ww_under_6_months
inner join tension_ratio on tension_ratio.text = tension.ratio
inner join tension_class_said on tension_class_said.text = tension.class
left join tension_decimals
    on tension_decimals.release_id = tension.release_id
    and tension_decimals.sheet = tension.sheet
where not tension_region.is_total and not tension_group.is_total;

-- The rows that stand against a rule: which column, and what was expected.
create temp table refused_tension as
select
    release_id,
    sheet,
    line,
    'region' as column_name,
    'the region is unknown; the name or code of an arbeidsmarktregio was expected' as reason,
from published_tension
where region_code is null
union all by name
select
    release_id,
    sheet,
    line,
    'occupation' as column_name,
    'the occupation is unknown; a name or code of data/reference/uwv_group.csv was expected'
        as reason,
from published_tension
where uwv_group_code is null
union all by name
select
    release_id,
    sheet,
    line,
    'quarter' as column_name,
    'a quarter such as 2025KW02, 2025-Q2 or 2e kwartaal 2025 was expected' as reason,
from published_tension
where quarter_code is null
union all by name
select
    release_id,
    sheet,
    line,
    'vacancies' as column_name,
    'a whole number without separators, not negative, or a mark x . - <10 was expected' as reason,
from published_tension
where open_vacancies is null and vacancies_sign is null
union all by name
select
    release_id,
    sheet,
    line,
    'ww_under_6_months' as column_name,
    'a whole number without separators, not negative, or a mark x . - <10 was expected' as reason,
from published_tension
where ww is null and ww_sign is null
union all by name
select
    release_id,
    sheet,
    line,
    'ratio' as column_name,
    'a number such as 1,25 or a mark x . - <10 was expected' as reason,
from published_tension
where ratio is null and ratio_sign is null
union all by name
select
    release_id,
    sheet,
    line,
    'class' as column_name,
    (select string_agg(label, ', ' order by position) from tension_class)
    || ' or a mark x . - <10 was expected' as reason,
from published_tension
where class is null and class_sign is null
union all by name
select
    release_id,
    sheet,
    line,
    'ratio' as column_name,
    'without jobseekers there is no ratio; a blank or a mark was expected' as reason,
from published_tension
where ww = 0 and ratio is not null
union all by name
select
    release_id,
    sheet,
    line,
    'ratio' as column_name,
    format('{} vacancies divided by {} jobseekers is {:.4f}', open_vacancies, ww,
        open_vacancies / ww) as reason,
from published_tension
where ww > 0 and abs(open_vacancies / ww - ratio) > 0.5 * power(10.0, -decimals) + 1e-9
union all by name
select
    release_id,
    sheet,
    line,
    'class' as column_name,
    'vacancies without jobseekers are zeer krap; without both the class is not defined' as reason,
from published_tension
where ww = 0 and class <> if(open_vacancies = 0, '', tightest_class())
union all by name
-- With both counts the class is that of their quotient or of the rounded ratio; with the ratio
-- alone, that of any quotient which rounds to it.
select
    release_id,
    sheet,
    line,
    'class' as column_name,
    'the class does not belong to the ratio' as reason,
from published_tension
where
    (ww is null or ww > 0)
    and class <> coalesce(tension_class_of(open_vacancies / ww), tension_class_of(ratio))
    and class is distinct from tension_class_of(ratio)
    and (
        open_vacancies / ww is not null
        or class not in (
            tension_class_of(ratio - 0.5 * power(10.0, -decimals)),
            tension_class_of(ratio + 0.5 * power(10.0, -decimals))
        )
    )
union all by name
select
    release_id,
    any_value(sheet) as sheet,
    max(line) as line,
    'occupation' as column_name,
    format('{} in {} in {} stands here {} times, also in row {}; once was expected',
        uwv_group_code, region_code, quarter_code, count(*), min(line)) as reason,
from published_tension
where region_code is not null and uwv_group_code is not null and quarter_code is not null
group by release_id, region_code, uwv_group_code, quarter_code
having count(*) > 1;

insert into rejected_row by name
select
    if(sheet = '', release_id, release_id || ', sheet ' || sheet) as file,
    line,
    column_name,
    case column_name
        when 'region' then region
        when 'occupation' then occupation
        when 'quarter' then quarter
        when 'vacancies' then vacancies
        when 'ww_under_6_months' then ww_under_6_months
        when 'ratio' then ratio
        when 'class' then class
    end as value,
    reason,
from refused_tension
inner join raw.tension using (release_id, sheet, line);

-- A cell comes from one release: the newest row that knows all that the rows before it knew, so that
-- a blank or a mark never takes the place of a figure. A sample counts only in a quarter that no
-- published release has.
insert into occupation_tension by name
with aged as (
    select
        release_id,
        row_number() over (
            order by
                regexp_extract(release_id, '/([0-9-]{10})[^/]*/[^/]+$', 1),
                coalesce(
                    try_cast(regexp_extract(release_id, '\.([0-9]+)/[^/]+$', 1) as integer), 1
                )
        ) as age,
    from (select distinct release_id from published_tension)
),

-- What a row knows, a bit each: its vacancies, jobseekers, ratio and class.
judged as (
    select
        published_tension.*,
        aged.age,
        high_of(open_vacancies, vacancies_sign) is not null as has_vacancies,
        high_of(ww, ww_sign) is not null as has_ww,
        ratio is not null or (has_vacancies and has_ww) as has_ratio,
        class is not null or has_ratio as has_class,
        cast(has_vacancies as integer)
        + 2 * cast(has_ww as integer)
        + 4 * cast(has_ratio as integer)
        + 8 * cast(has_class as integer) as known,
    from published_tension
    inner join aged using (release_id)
    qualify status = 'published'
        or not bool_or(status = 'published') over (partition by quarter_code)
),

able as (
    select *
    from judged
    qualify known = bit_or(known) over (
        partition by quarter_code, region_code, uwv_group_code order by age
    )
),

newest as (
    select *
    from able
    qualify row_number() over (
        partition by quarter_code, region_code, uwv_group_code order by age desc
    ) = 1
)

select
    'uwv_tension' as source_id,
    region_code,
    uwv_group_code,
    quarter_code as quarter,
    open_vacancies,
    vacancies_sign,
    ww as ww_under_6_months,
    ww_sign,
    cast(ratio as decimal(18, 4)) as tension_ratio,
    if(ratio is null, null, least(decimals, 4)) as ratio_decimals,
    if(ratio is null, if(ww = 0, 'not_applicable', ratio_sign), null) as ratio_sign,
    if(ww = 0 and open_vacancies > 0, tightest_class(), class) as tension_class,
    case
        when ww = 0 and open_vacancies = 0 then 'not_applicable'
        when ww = 0 and open_vacancies > 0 then null
        else class_sign
    end as class_sign,
    status,
    release_id,
    line,
from newest
order by quarter, region_code, uwv_group_code;

drop table published_tension;
drop table refused_tension;
drop table tension_decimals;
drop table tension_region;
drop table tension_group;
drop table tension_quarter;
drop table tension_mark;
drop table tension_count;
drop table tension_ratio;
drop table tension_class_said;
