-- How text of a source is read; used by etl/sources/*.sql only.

-- A table of data/reference, NULL where nothing stands.
create temp macro listed(name) as table
select nullif(columns(*), '') from query_table('raw.' || name);

-- A text without what nobody sees, with plain single spaces and plain hyphens: words/spelling.py says
-- the same in Python.
create temp macro clean(value) as
    trim(regexp_replace(
        regexp_replace(
            regexp_replace(
                coalesce(value, ''),
                '[\p{Cf}\x{34F}\x{115F}\x{1160}\x{17B4}\x{17B5}\x{3164}\x{FE00}-\x{FE0F}\x{FFA0}'
                '\x{E0100}-\x{E01EF}]',
                '',
                'g'
            ),
            '[\x{2010}\x{2011}\x{FE63}\x{FF0D}]',
            '-',
            'g'
        ),
        '[\s\x0B\x1C-\x1F\x{85}\p{Z}]+',
        ' ',
        'g'
    ));

-- A mark without regard to capitals.
create temp macro mark_of(value) as lower(clean(value));

-- A name as words, to compare by: without case, accents, hyphens, quotes and brackets.
create temp macro plain(value) as
    trim(regexp_replace(
        regexp_replace(
            replace(replace(strip_accents(lower(clean(value))), '&', ' en '), 'ĳ', 'ij'),
            '[.]([^0-9])',
            '\1',
            'g'
        ),
        '[ \p{Pd}\p{Pc}\p{Ps}\p{Pe}\p{Pi}\p{Pf}''"`\x{B4}\x{2BB}\x{2BC}\x{2032},/;:\\]+',
        ' ',
        'g'
    ));

-- A name as words and in one word, for a separator is easily lost.
create temp macro spellings(name) as [plain(name), replace(plain(name), ' ', '')];

-- A number as published, with a decimal point; NULL when it is anything else.
create temp macro number_of(value) as
    case
        when regexp_full_match(clean(value), '[-‒–−]?[0-9]+([.][0-9]+)?')
            then cast(translate(clean(value), '‒–−', '---') as decimal(18, 4))
        when clean(value) = '-' then 0
    end;

-- The mark that stands where no number does.
create temp macro sign_of(value) as
    case clean(value)
        when '.' then 'missing'
        when 'x' then 'secret'
        when '-' then 'nil'
        when '' then 'missing'
        when 'Impossible' then 'not_applicable'
        when 'Confidential' then 'secret'
        when 'Unknown' then 'missing'
        when 'Missing' then 'missing'
    end;

-- Neither a number nor a mark.
create temp macro is_bad_number(value) as number_of(value) is null and sign_of(value) is null;

create temp macro is_bad_amount(value) as is_bad_number(value) or number_of(value) < 0;

create temp macro is_bad_count(value) as
    is_bad_amount(value) or number_of(value) <> floor(number_of(value));

-- A figure published in thousands, as a number of persons or vacancies.
create temp macro from_thousands(value) as cast(number_of(value) * 1000 as integer);

-- How final CBS calls a period.
create temp macro release_status_of(status) as
    case trim(status)
        when 'Definitief' then 'definitive'
        when 'Voorlopig' then 'provisional'
        when 'NaderVoorlopig' then 'revised'
    end;

-- 'B-E Nijverheid (geen bouw) en energie' has the SBI code B-E; a title without one is its own code.
create temp macro sbi_of(title) as
    coalesce(
        nullif(regexp_extract(trim(title), '^([A-U](-[A-U])?|[0-9]{2}(-[0-9]{2})?) ', 1), ''),
        trim(title)
    );

-- The title of a sector of which only its SBI code is given.
create temp macro sbi_titled(code) as
    coalesce((select code || ' ' || sector.label from sector where sector.sbi = code), code);

-- '07 Technische beroepen' has the code 07; the keys of CBS themselves mean nothing.
create temp macro occupation_code_of(title) as
    if(
        trim(title) like 'Totaal%',
        'total',
        nullif(regexp_extract(trim(title), '^([0-9]{2,4}) ', 1), '')
    );

-- What stands behind the code of a title; of a title without one, all of it.
create temp macro label_in(title) as
    coalesce(
        nullif(trim(substr(trim(title), length(sbi_of(title)) + 1)), ''),
        trim(title)
    );

-- The level of a course in mbo, by any of the names that CBS gives it.
create temp macro mbo_level_of(title) as
    case
        when trim(title) ilike 'totaal%' then 'total'
        when title ilike '%entree%' then 'mbo1'
        when title ilike '%niveau 2%' then 'mbo2'
        when title ilike '%niveau 3%' then 'mbo3'
        when title ilike '%niveau 4%' then 'mbo4'
    end;

-- The learning path of a course in mbo, by any of the names that CBS gives it.
create temp macro learning_path_of(title) as
    case
        when title ilike 'totaal mbo%incl%' then 'total'
        when title ilike 'totaal mbo%excl%' then 'total_without_external'
        when title ilike 'bol%' then 'bol'
        when title ilike 'bbl%' then 'bbl'
        when title ilike 'extranei%' then 'external'
    end;

-- The broad field (ISCED) of a course; other classifications of the same students have none.
create temp macro mbo_field_of(title) as
    case
        when trim(title) = 'Totaal' then 'total'
        when regexp_matches(trim(title), '^(0[1-9]|10) ') then left(trim(title), 2)
    end;

-- 'Twente (CR)' is a COROP area called Twente; a name without a bracket is of the kind given.
create temp macro kind_in(name, otherwise) as
    case
        when clean(name) = 'Nederland' then 'land'
        when clean(name) like '% (LD)' then 'landsdeel'
        when clean(name) like '% (PV)' then 'provincie'
        when clean(name) like '% (CR)' then 'corop'
        when clean(name) like '% (gemeente)' then 'gemeente'
        else otherwise
    end;

create temp macro name_in(name) as regexp_replace(clean(name), ' \((LD|PV|CR|gemeente)\)$', '');

-- The code of a region that a source calls by name; NULL when the name is unknown.
create temp macro region_code_of(named, otherwise) as (
    select region_name.region_code
    from region_name
    where region_name.name = name_in(named) and region_name.kind = kind_in(named, otherwise)
);

create temp macro is_region(code) as
    coalesce(code in (select region.region_code from region), false);

create temp macro is_period(code, kinds) as
    coalesce(code in (select period.period from period where period.kind in kinds), false);

-- The first and last day that a date of a given precision can mean: the text is padded, its
-- precision says how much of it counts.
create temp macro first_day_text(value, date_precision) as
    case date_precision
        when 'day' then value
        when 'month' then left(value, 7) || '-01'
        when 'year' then left(value, 4) || '-01-01'
    end;

create temp macro first_day(value, date_precision) as
    cast(first_day_text(value, date_precision) as date);

create temp macro last_day_of(value, date_precision) as
    case date_precision
        when 'day' then cast(value as date)
        when 'month' then last_day(cast(left(value, 7) || '-01' as date))
        when 'year' then cast(left(value, 4) || '-12-31' as date)
    end;

-- A date as far as it was published: a padded day or month is left out.
create temp macro published_date(value, date_precision) as
    case date_precision
        when 'day' then value
        when 'month' then left(value, 7)
        when 'year' then left(value, 4)
    end;

create temp macro is_bad_date(value, date_precision) as
    if(
        date_precision in ('day', 'month', 'year'),
        try_cast(first_day_text(value, date_precision) as date) is null,
        coalesce(value, '') <> ''
    );

-- How precise a date is that was written as 2020-03-15, 2020-03 or 2020; unknown when it is none.
create temp macro precision_of(value) as
    case
        when regexp_full_match(value, '[0-9]{4}-[0-9]{2}-[0-9]{2}') then 'day'
        when regexp_full_match(value, '[0-9]{4}-[0-9]{2}') then 'month'
        when regexp_full_match(value, '[0-9]{4}') then 'year'
        else 'unknown'
    end;

-- How precise a remark says that its figure is, and whether it was derived of printed figures.
create temp macro precision_in(remark) as
    case
        when regexp_matches(remark, '^(at_least|more_than)') then 'at_least'
        when remark like 'at_most%' then 'at_most'
        when regexp_matches(remark, '^(approximate|about|rounded)|, about$') then 'approximate'
        else 'exact'
    end;

create temp macro is_derived_by(remark) as regexp_matches(remark, '^(derived|became)');

-- Why a row is refused: of a list of refusals those that hold, to be unnested beside its file and line.
create temp macro refusal(is_bad, column_name, value, reason) as
    if(is_bad, {'column_name': column_name, 'value': value, 'reason': reason}, null);

create temp macro refusals(found) as list_filter(found, lambda one: one is not null);

-- One row per key that stands in several rows; a_column is the name of the column to look at.
create temp macro twice(rows, keys, a_column, what) as table
select
    max(release_id) as file,
    arg_max(line, (release_id, line)) as line,
    arg_max(a_column, (release_id, line)) as column_name,
    key as value,
    format(
        'this {} stands here {} times, also in row {}{}; once was expected',
        what,
        count(*),
        arg_min(line, (release_id, line)),
        if(min(release_id) = max(release_id), '', ' of ' || min(release_id))
    ) as reason,
from (
    select *, concat_ws(' / ', *columns(lambda name: name in keys)) as key
    from query_table(rows)
    where columns(lambda name: name in keys) is not null
)
group by key
having count(*) > 1;

-- What has no place in this monitor: of a list of categories those that are unknown, by column. Where
-- nothing stands there is nothing to leave out: such a row is refused.
create temp macro category(column_name, category, is_known) as
    if(is_known or category is null, null, {'column_name': column_name, 'category': category});

create temp macro unmapped_in(rows, a_source) as table
select
    a_source as source_id,
    table_id,
    found.column_name,
    found.category,
    count(*) as row_count,
from (select table_id, unnest(unmapped) as found from query_table(rows))
group by all;

-- A row of students or graduates in mbo by broad field (ISCED); CBS counts the same persons by other
-- classifications too, in the same table.
create temp macro mbo_feed(a_table, value_column) as table
select
    trim("Regio") as region_code,
    mbo_level_of("Niveau:Title") as mbo_level,
    learning_path_of("Leerweg:Title") as learning_path,
    mbo_field_of("Studierichting:Title") as field_code,
    "Studierichting:Title" as field_found,
    trim("Perioden") as school_year,
    columns(lambda name: name = value_column) as value,
    release_status_of("Perioden:Status") as release_status,
    a_table as table_id,
    refusals([
        category('Regio', region_code, is_region(region_code)),
        category('Niveau', "Niveau:Title", mbo_level is not null),
        category('Leerweg', "Leerweg:Title", learning_path is not null),
        category('Studierichting', "Studierichting:Title", field_code is not null)
    ]) as unmapped,
    status,
    release_id,
    line,
from query_table('raw."' || a_table || '"');

create temp macro refused_mbo(rows, counted) as table
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            mbo_level is null or learning_path is null or field_code is null,
            'Studierichting',
            field_found,
            'a level, learning path and broad field of CBS were expected'
        ),
        refusal(
            not is_period(school_year, ['school_year']),
            'Perioden',
            school_year,
            'a school year such as 2021SJ00 was expected'
        ),
        refusal(
            is_bad_count(value),
            counted,
            value,
            'a number of persons, or one of the marks . x - was expected'
        )
    ]), recursive := true),
from query_table(rows)
union all by name
from twice(
    rows,
    ['region_code', 'mbo_level', 'learning_path', 'field_code', 'school_year'],
    'Studierichting',
    'combination'
);

-- A text with the name of a region in the place of its code.
create temp macro with_names(value) as (
    select string_agg(coalesce(region_name_of(piece), piece), '' order by place)
    from (
        select unnest(pieces) as piece, generate_subscripts(pieces, 1) as place
        from (select regexp_extract_all(value, '[A-Z]{2}\d\d|[^A-Z]+|[A-Z]') as pieces)
    )
);
