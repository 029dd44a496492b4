-- UWV Spanningsindicator: vacancies and short-term WW per region, occupation group and quarter.
-- Each distinct text is read once; the figures are then joined to what their text means.
delete from occupation_tension where source_id = 'uwv_tension';

create or replace temp table published as
-- AM99 is where CBS puts what lies in no region: not a region of UWV.
with region_of_uwv as (
    select name, region_code
    from region_name
    where kind in ('arbeidsmarktregio', 'land') and region_code <> 'AM99'
),

known_region as (
    select distinct unnest(spellings(said)) as name, region_code
    from (
        select
            region_code,
            unnest([
                name, name || ' (AM)', 'arbeidsmarktregio ' || name, region_code,
                regexp_replace(region_code, '^AM0', 'AM')
            ]) as said,
        from region_of_uwv
    )
),

said_region as (
    select
        found.region,
        known_region.region_code,
        (
            select arg_min(known.name, levenshtein(plain(known.name), plain(found.region)))
            from region_of_uwv as known
            where levenshtein(plain(known.name), plain(found.region)) <= 2
        ) as meant_region,
        plain(found.region) in ('totaal', 'totaal nederland', 'nederland totaal') as is_total,
    from (select distinct region from raw.tension) as found
    left join known_region on known_region.name = plain(found.region)
),

known_group as (
    select distinct unnest(spellings(said)) as name, uwv_group_code
    from (
        select name as said, uwv_group_code from uwv_group_name
        union
        select unnest([label, uwv_group_code]), uwv_group_code from uwv_group
    )
),

said_group as (
    select
        found.occupation,
        known_group.uwv_group_code,
        (
            select arg_min(known.label, levenshtein(plain(known.label), plain(found.occupation)))
            from uwv_group as known
            where levenshtein(plain(known.label), plain(found.occupation)) <= 2
        ) as meant_group,
        plain(found.occupation) in (
            'totaal', 'totaal beroepen', 'totaal beroepsgroepen', 'alle beroepen',
            'alle beroepsgroepen'
        ) as is_total,
    from (select distinct occupation from raw.tension) as found
    left join known_group on known_group.name = plain(found.occupation)
),

-- What a text means as a quarter, etl/protocols/uwv_quarter.py says.
said_quarter as (
    select found.quarter, period.period as quarter_code
    from (select distinct quarter from raw.tension) as found
    left join period on period.period = quarter_of(found.quarter)
),

mark as (
    from (
        values
            ('.', 'missing', null), ('', 'missing', null), ('x', 'secret', null),
            ('-', 'nil', 0), ('<10', 'below_ten', null), ('< 10', 'below_ten', null)
    ) as mark (mark, sign, value)
),

-- Persons and vacancies: whole, without separators; 120.0 is what some programs write for 120. What
-- 1.010 stands for is told apart, for its mark may be of thousands or of decimals.
said_count as (
    select
        found.value as text,
        coalesce(
            mark.value,
            case
                when regexp_full_match(mark_of(found.value), '[0-9]{1,8}([.,]0{1,2})?')
                    then cast(regexp_extract(mark_of(found.value), '^[0-9]+') as integer)
            end
        ) as value,
        mark.sign,
        case
            when regexp_full_match(mark_of(found.value), '[0-9]{1,3}([., ''’][0-9]{3}){1,2}')
                then cast(regexp_replace(mark_of(found.value), '[^0-9]', '', 'g') as integer)
        end as grouped,
        if(grouped is null, null, regexp_extract(mark_of(found.value), '[^0-9]')) as mark,
    from (
        select distinct unnest([vacancies, ww_under_6_months]) as value from raw.tension
    ) as found
    left join mark on mark.mark = mark_of(found.value)
),

said_ratio as (
    select
        found.ratio as text,
        case
            when regexp_full_match(mark_of(found.ratio), '[0-9]{1,8}([.,][0-9]{1,30})?')
                then cast(replace(mark_of(found.ratio), ',', '.') as double)
        end as value,
        length(regexp_extract(mark_of(found.ratio), '[.,]([0-9]+)$', 1)) as decimals,
        if(mark.sign = 'nil', 'missing', mark.sign) as sign,
    from (select distinct ratio from raw.tension) as found
    left join mark on mark.mark = mark_of(found.ratio)
),

said_class as (
    select
        found.class as text,
        tension_class.tension_class as value,
        if(mark.sign = 'nil', 'missing', mark.sign) as sign,
    from (select distinct class from raw.tension) as found
    left join tension_class on plain(tension_class.label) = plain(found.class)
    left join mark on mark.mark = mark_of(found.class)
),

-- A workbook drops the zeros at the end of a number, so there the column says how many decimals
-- its ratios were published with.
sheet_decimals as (
    select tension.release_id, tension.sheet, max(said_ratio.decimals) as decimals
    from raw.tension
    inner join said_ratio on said_ratio.text = tension.ratio
    where tension.sheet <> ''
    group by all
),

-- Rows of totals are left out: a total is no leaf.
figure as (
    select
        tension.* rename (
            vacancies as vacancies_found,
            ww_under_6_months as ww_found,
            ratio as ratio_found,
            class as class_found
        ),
        said_region.region_code,
        said_region.meant_region,
        said_group.uwv_group_code,
        said_group.meant_group,
        said_quarter.quarter_code,
        vacancies_count.* rename (
            text as vacancies_text,
            value as vacancies_value,
            sign as vacancies_sign,
            grouped as vacancies_grouped,
            mark as vacancies_mark
        ),
        ww_count.* rename (
            text as ww_text, value as ww_value, sign as ww_sign, grouped as ww_grouped, mark as ww_mark
        ),
        said_ratio.value as ratio,
        coalesce(sheet_decimals.decimals, said_ratio.decimals) as decimals,
        said_ratio.sign as ratio_sign,
        said_class.value as class,
        said_class.sign as class_sign,
    from raw.tension
    inner join said_region using (region)
    inner join said_group using (occupation)
    inner join said_quarter using (quarter)
    inner join said_count as vacancies_count on vacancies_count.text = tension.vacancies
    inner join said_count as ww_count on ww_count.text = tension.ww_under_6_months
    inner join said_ratio on said_ratio.text = tension.ratio
    inner join said_class on said_class.text = tension.class
    left join sheet_decimals
        on sheet_decimals.release_id = tension.release_id
        and sheet_decimals.sheet = tension.sheet
    where not said_region.is_total and not said_group.is_total
),

-- A mark is one of thousands when the ratio of a row fits the counts with it, and not those with a
-- mark of decimals.
shown_mark as (
    select
        (release_id, unnest([vacancies_mark, ww_mark])) as mark,
        0.5 * power(10.0, -decimals) + 1e-9 as margin,
        coalesce(vacancies_value, vacancies_grouped) / coalesce(ww_value, ww_grouped) as quotient,
        coalesce(vacancies_value, if(vacancies_grouped % 1000 = 0, vacancies_grouped / 1000, null))
        / coalesce(ww_value, if(ww_grouped % 1000 = 0, ww_grouped / 1000, null))
            as quotient_of_decimals,
    from figure
    where
        coalesce(vacancies_mark, ww_mark) is not null
        and abs(quotient - ratio) <= margin
        and coalesce(abs(quotient_of_decimals - ratio) > margin, true)
)

select
    figure.* exclude (
        vacancies_text, vacancies_value, vacancies_grouped, vacancies_mark,
        ww_text, ww_value, ww_grouped, ww_mark
    ),
    coalesce(
        vacancies_value,
        if((release_id, vacancies_mark) in (select mark from shown_mark), vacancies_grouped, null)
    ) as open_vacancies,
    coalesce(ww_value, if((release_id, ww_mark) in (select mark from shown_mark), ww_grouped, null))
        as ww,
from figure;

insert into rejected_row by name
with judged as (
    select
        *,
        if(sheet = '', release_id, release_id || ', sheet ' || sheet) as file,
        open_vacancies / ww as quotient,
        0.5 * power(10.0, -decimals) as margin,
        'a whole number, not negative, or a mark x . - <10 was expected; a mark of thousands is read '
        || 'where ratios in the file show that it is one, and another mark when [marks] of a mapping '
        || 'says what it means' as count_expected,
    from published
)

select
    file,
    line,
    unnest(refusals([
        refusal(
            region_code is null,
            'region',
            region,
            'the region is unknown; ' || coalesce('was ' || meant_region || ' meant?',
                'the name or code of an arbeidsmarktregio was expected')
        ),
        refusal(
            uwv_group_code is null,
            'occupation',
            occupation,
            'the occupation is unknown; ' || coalesce('was ' || meant_group || ' meant?',
                'a name or code of data/reference/uwv_group.csv was expected')
        ),
        refusal(
            quarter_code is null,
            'quarter',
            quarter,
            'a quarter such as 2025KW02, 2025-Q2 or 2e kwartaal 2025, or its last day, was expected'
        ),
        refusal(
            open_vacancies is null and vacancies_sign is null,
            'vacancies',
            vacancies_found,
            count_expected
        ),
        refusal(ww is null and ww_sign is null, 'ww_under_6_months', ww_found, count_expected),
        refusal(
            ratio is null and ratio_sign is null,
            'ratio',
            ratio_found,
            'a number such as 1,25 or a mark x . - <10, or of [marks] of a mapping, was expected'
        ),
        refusal(
            class is null and class_sign is null,
            'class',
            class_found,
            (select string_agg(label, ', ' order by position) from tension_class)
            || ' or a mark x . - <10, or of [marks] of a mapping, was expected'
        ),
        refusal(
            ww = 0 and ratio is not null,
            'ratio',
            ratio_found,
            'without jobseekers there is no ratio; a blank or a mark was expected'
        ),
        refusal(
            ww > 0 and abs(quotient - ratio) > margin + 1e-9,
            'ratio',
            ratio_found,
            format('{} vacancies divided by {} jobseekers is {:.4f}', open_vacancies, ww, quotient)
        ),
        refusal(
            ww = 0 and class <> if(open_vacancies = 0, '', tightest_class()),
            'class',
            class_found,
            'vacancies without jobseekers are zeer krap; without both the class is not defined'
        ),
        -- With both counts the class is that of their quotient or of the rounded ratio; with the
        -- ratio alone, that of any quotient which rounds to it.
        refusal(
            (ww is null or ww > 0)
            and class <> coalesce(tension_class_of(quotient), tension_class_of(ratio))
            and class is distinct from tension_class_of(ratio)
            and (
                quotient is not null
                or class not in (tension_class_of(ratio - margin), tension_class_of(ratio + margin))
            ),
            'class',
            class_found,
            'the class does not belong to the ratio'
        )
    ]), recursive := true),
from judged
union all by name
select
    arg_max(file, line) as file,
    max(line) as line,
    'occupation' as column_name,
    arg_max(occupation, line) as value,
    format('{} in {} in {} stands here {} times, also in row {}; once was expected',
        uwv_group_code, region_code, quarter_code, count(*), min(line)) as reason,
from judged
where region_code is not null and uwv_group_code is not null and quarter_code is not null
group by release_id, region_code, uwv_group_code, quarter_code
having count(*) > 1;

-- A cell comes from one release: the newest row that knows all that the rows before it knew, so that
-- a blank or a mark never takes the place of a figure, unless its release was imported to do so. A
-- sample counts only in a quarter that no published release has.
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
    from (select distinct release_id from published)
),

-- What a row knows, a bit each: its vacancies, jobseekers, ratio and class.
judged as (
    select
        published.*,
        aged.age,
        high_of(open_vacancies, vacancies_sign) is not null as has_vacancies,
        high_of(ww, ww_sign) is not null as has_ww,
        ratio is not null or (has_vacancies and has_ww) as has_ratio,
        class is not null or has_ratio as has_class,
        cast(has_vacancies as integer)
        + 2 * cast(has_ww as integer)
        + 4 * cast(has_ratio as integer)
        + 8 * cast(has_class as integer) as known,
    from published
    inner join aged using (release_id)
    qualify status = 'published'
        or not bool_or(status = 'published') over (partition by quarter_code)
),

-- What was known begins anew with a row that may replace figures with blanks.
begun as (
    select
        *,
        count(*) filter (replaces_with_blanks = 'yes') over (
            partition by quarter_code, region_code, uwv_group_code order by age
        ) as beginnings,
    from judged
),

able as (
    select *
    from begun
    qualify known = bit_or(known) over (
        partition by quarter_code, region_code, uwv_group_code, beginnings order by age
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
