-- The tables of the public database. The comment above a table is its grain: its primary key. The
-- tables of figures declare none, as its index takes longer to make than all the rest and four times
-- the room: each source refuses a key that comes twice, and the check keys_are_unique looks again.
-- status: published, estimated or sample. sign: why a value is missing or rounded to nothing
-- (missing, secret, nil, below_half_unit, below_ten, not_applicable). release_status: definitive, provisional
-- or revised; NULL where the source does not say. release_id and line lead to the raw row.

-- The class of UWV to which a ratio of vacancies and jobseekers belongs; edges are left-closed.
create macro tension_class_of(ratio) as
    case
        when ratio < 0.25 then 'very_loose'
        when ratio < 0.67 then 'loose'
        when ratio < 1.5 then 'average'
        when ratio < 4.0 then 'tight'
        when ratio >= 4.0 then 'very_tight'
    end;

-- The bounds of a count: one under ten lies between 0 and 9, another that is not shown has none.
create macro low_of(amount, sign) as coalesce(amount, if(sign = 'below_ten', 0, null));
create macro high_of(amount, sign) as coalesce(amount, if(sign = 'below_ten', 9, null));

-- The bounds of vacancies per jobseeker, given those of both; without jobseekers it is infinite,
-- and without either it is not defined.
create macro ratio_low_of(vacancies_low, ww_high) as
    case
        when ww_high > 0 then vacancies_low / ww_high
        when vacancies_low > 0 then cast('infinity' as double)
    end;
create macro ratio_high_of(vacancies_high, ww_low) as
    case
        when ww_low > 0 then vacancies_high / ww_low
        when vacancies_high > 0 then cast('infinity' as double)
    end;

-- Why vacancies per jobseeker have no exact figure: not_applicable without jobseekers, when it is
-- certain whether there are vacancies; below_ten when their bounds differ.
create macro range_sign_of(vacancies_low, vacancies_high, ww_low, ww_high) as
    case
        when ww_high = 0 and (vacancies_low > 0 or vacancies_high = 0) then 'not_applicable'
        when vacancies_low < vacancies_high or ww_low < ww_high then 'below_ten'
    end;

-- The class that a whole range lies in; NULL when it crosses an edge.
create macro class_within(ratio_low, ratio_high) as
    if(
        tension_class_of(ratio_low) = tension_class_of(ratio_high),
        tension_class_of(ratio_low),
        null
    );

-- A bound of a share in percent, never under 0 or over 100; NULL when a part of it is not known.
create macro share_within(part, whole) as
    case when part is not null and whole > 0 then greatest(0, least(100, 100.0 * part / whole)) end;

-- One row per publication that a figure can come from.
create table source (
    source_id text primary key,
    kind text not null,
    title text not null,
    publisher text not null,
    url text,
    licence text,
    about text,
    published_on text,
    retrieved_on date,
);

-- One row per raw file that was loaded.
create table release (
    release_id text primary key,
    source_id text not null,
    table_id text,
    title text not null,
    publisher text not null,
    url text,
    licence text not null,
    status text not null,
    copy text not null,
    period text,
    modified_on date,
    retrieved_on date,
    note text,
    row_count integer,
    sha256 text not null,
);

-- One row per build of this database.
create table load (
    built_at timestamp primary key,
    inputs_sha256 text not null,
    duckdb_version text not null,
);

-- One row per source, and one for what they share, with a hash of everything it was made from.
create table load_step (
    step text primary key,
    inputs_sha256 text not null,
);

-- One row per refused row and column of a file; empty in a published database built from CBS files.
create table rejected_row (
    file text not null,
    line integer,
    column_name text,
    value text,
    reason text not null,
);

-- One row per check, with the number of offending rows and, in Dutch, what it guards.
create table check_result (
    rule text primary key,
    sentence text not null,
    offending_rows integer not null,
);

-- One row per known deviation in the publisher's own sums; figures are shown as published.
create table known_deviation (
    rule text,
    region_code text,
    sector_code text,
    quarter text,
    published integer not null,
    sum_of_parts integer not null,
    difference integer not null,
    primary key (rule, region_code, sector_code, quarter),
);

-- One row per region and validity. 0 and 9999 stand for an open beginning and end.
create table region (
    region_code text,
    kind text not null,
    name text not null,
    parent_code text,
    valid_from_year integer,
    valid_to_year integer not null,
    primary key (region_code, valid_from_year),
);

-- One row per name under which a source calls a region, and kind of region.
create table region_name (
    name text,
    kind text,
    region_code text not null,
    primary key (name, kind),
);

-- One row per municipality and year, with the regions it belongs to. status: published by CBS, or
-- estimated, which here is derived from the newest year with the known changes.
create table region_link (
    municipality_code text,
    year integer,
    arbeidsmarktregio_code text not null,
    corop_code text not null,
    provincie_code text not null,
    status text not null,
    primary key (municipality_code, year),
);

-- One row per region and province that it shares a municipality with in any year; Nederland lies in
-- each. A landsdeel, which is larger than its provinces, lies in none.
create view region_province as
select distinct
    unnest([municipality_code, arbeidsmarktregio_code, corop_code, provincie_code]) as region_code,
    provincie_code as province_code,
from region_link
union all
select distinct 'NL01' as region_code, provincie_code as province_code,
from region_link;

-- One row per arbeidsmarktregio and provincie that overlap and year: the grain of anything summed to
-- both.
create table region_part (
    arbeidsmarktregio_code text,
    provincie_code text,
    year integer,
    municipalities integer not null,
    primary key (arbeidsmarktregio_code, provincie_code, year),
);

-- One row per arbeidsmarktregio, COROP area or provincie and the year from which it covers another
-- area than the year before. Municipalities that were divided count too.
create table region_break (
    region_code text,
    year integer,
    municipalities_gained integer not null,
    municipalities_lost integer not null,
    sentence text not null,
    why text,
    status text not null,
    primary key (region_code, year),
);

-- One row per sector (SBI 2008) as CBS publishes vacancies; the parent is the sum it belongs to.
create table sector (
    sector_code text primary key,
    sbi text not null,
    label text not null,
    short_label text not null,
    parent_code text,
    position integer not null,
);

-- One row per techniekdomein: the default grain of technical occupations.
create table technical_field (
    technical_field text primary key,
    label text not null,
    position integer not null,
);

-- One row per occupation (BRC 2014: total, class, segment, group). is_technical and its reason are
-- known for groups only; the parent is the sum it belongs to.
create table occupation (
    occupation_code text primary key,
    kind text not null,
    label text not null,
    parent_code text,
    isco08_primary text,
    is_technical boolean,
    technical_field text,
    why text,
);

-- One row per ISCO-08 code (1 to 4 digits). skill_level is 1 to 4, NULL where a code spans several;
-- brc_group_code is the BRC 2014 group that CBS puts a unit group (4 digits) in.
create table isco (
    isco_code text primary key,
    label text not null,
    level integer not null,
    skill_level integer,
    brc_group_code text,
);

-- One row per ISCO skill level and mbo level; skill level 0 stands for unknown or several. The
-- shares of a skill level sum to 1; low and high are the bounds of what the share may be.
create table isco_level_share (
    skill_level integer,
    mbo_level text,
    share decimal(3, 2) not null,
    share_low decimal(3, 2) not null,
    share_high decimal(3, 2) not null,
    primary key (skill_level, mbo_level),
);

-- One row per occupation (BRC group) with its skill level of ISCO: that of its primary code when all
-- its unit groups have one skill level; otherwise, or when that code is unknown, 0.
create view occupation_skill as
select
    occupation.occupation_code,
    coalesce(
        if(min(unit.skill_level) = max(unit.skill_level), any_value(main.skill_level), 0), 0
    ) as skill_level,
from occupation
left join isco as main on main.isco_code = occupation.isco08_primary
left join isco as unit on unit.brc_group_code = occupation.occupation_code
where occupation.kind = 'brc_group'
group by occupation.occupation_code;

-- One row per occupation (BRC group) and mbo level: a national assumption, never a measured demand.
create view occupation_level as
select
    skill.occupation_code,
    isco_level_share.mbo_level,
    isco_level_share.share,
    isco_level_share.share_low,
    isco_level_share.share_high,
    'estimated' as status,
from occupation_skill as skill
inner join isco_level_share using (skill_level);

-- One row per title and occupation (BRC group): a title that can mean several has several rows.
create table occupation_title (
    title text,
    occupation_code text,
    isco_code text not null,
    kind text not null,
    source text not null,
    primary key (title, occupation_code),
);

-- One row per group at the grain of UWV. seen_published: its name was seen in what UWV published;
-- otherwise the name is that of BRC 2014.
create table uwv_group (
    uwv_group_code text primary key,
    label text not null,
    seen_published boolean not null,
    source text not null,
);

-- One row per BRC group, with the UWV group it belongs to, or why there is none.
create table uwv_group_brc (
    brc_group_code text primary key,
    uwv_group_code text,
    why_none text,
    source text not null,
);

-- One row per UWV group with occupations: whether one of them is technical, and the one
-- techniekdomein in which the group then counts.
create view uwv_group_field as
select
    uwv_group_brc.uwv_group_code,
    bool_or(occupation.is_technical) as is_technical,
    min(occupation.technical_field) as technical_field,
from uwv_group_brc
inner join occupation on occupation.occupation_code = uwv_group_brc.brc_group_code
where uwv_group_brc.uwv_group_code is not null
group by uwv_group_brc.uwv_group_code;

-- One row per name, in lower case, under which a UWV group is published.
create table uwv_group_name (
    name text primary key,
    uwv_group_code text not null,
    source text not null,
);

-- One row per quarter, calendar year and month.
create table period (
    period text primary key,
    kind text not null,
    year integer not null,
    starts_on date not null,
    ends_on date not null,
    label text not null,
);

-- One row per list and code, with its Dutch label.
create table code_label (
    list text,
    code text,
    label text,
    primary key (list, code),
);

-- One row per term that is shown, with its definition and where that comes from.
create table definition (
    term text primary key,
    title text not null,
    definition text not null,
    source text not null,
);

-- One row per technique or machine that someone can master, grouped by techniekdomein.
create table technique (
    technique text primary key,
    label text not null,
    technical_field text not null,
    position integer not null,
);

-- One row per technique and technical occupation (BRC group) that uses it, with the reason. Assigned
-- in this monitor, not measured.
create table technique_occupation (
    technique text,
    occupation_code text,
    why text not null,
    primary key (technique, occupation_code),
);

-- One row per thing that two occupations can share, with what it adds to their nearness. Of each
-- part at most one counts.
create table nearness_point (
    criterion text primary key,
    part text not null,
    label text not null,
    points integer not null,
    position integer not null,
);

-- How far the skill level of one occupation lies from that of another, in words.
create macro level_step_label(step) as
    case
        when step is null then 'niet te bepalen'
        when step = 0 then 'zelfde niveau'
        else
            concat(
                abs(step), if(abs(step) = 1, ' stap ', ' stappen '), if(step > 0, 'hoger', 'lager')
            )
    end;

-- One row per occupation (BRC group), made by etl/derive/occupation_level_range.sql: the mbo levels
-- that it may hold in words, and the place of the lowest and highest among mbo 1, mbo 2-3, mbo 4 and
-- hbo; NULL where no level is known.
create table occupation_level_range (
    occupation_code text primary key,
    level_label text not null,
    lowest integer,
    highest integer,
);

-- One row per occupation, technical occupation (both BRC groups) and part of their nearness, made by
-- etl/derive/occupation_step.sql: what they share in it and how many points that gives.
create table occupation_step (
    from_code text not null,
    to_code text not null,
    part text not null,
    criterion text,
    criterion_label text,
    points integer not null,
    most_points integer not null,
    position integer not null,
    level_step integer,
    techniques integer not null,
);

-- One row per occupation and technical occupation (both BRC groups): how near they are, from 0 to
-- 100. An indication computed here of what they share; the demand for skills is not measured.
-- why_label leaves the level to level_step_label.
create view occupation_nearness as
select
    from_code,
    to_code,
    cast(sum(points) as integer) as nearness,
    any_value(level_step) as level_step,
    level_step_label(any_value(level_step)) as level_step_label,
    coalesce(
        string_agg(criterion_label, '; ' order by position)
            filter (criterion_label is not null and part <> 'level'),
        'verder niets gedeeld'
    ) as why_label,
from occupation_step
group by from_code, to_code;

-- One row per source, region, sector and quarter. Open at the end of the quarter.
create table vacancies (
    source_id text not null,
    region_code text not null,
    sector_code text not null,
    quarter text not null,
    open_vacancies integer,
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per source, series, region and period (quarter or year). Persons of 15 to 75 years.
create table labour_force (
    source_id text not null,
    series text not null,
    region_code text not null,
    period text not null,
    labour_force integer,
    employed integer,
    unemployed integer,
    unemployment_pct decimal(4, 1),
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per source, region, occupation and period. Employed persons of 15 to 75 years.
create table employment (
    source_id text not null,
    region_code text not null,
    occupation_code text not null,
    period text not null,
    employed integer,
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per source, series (a CBS table: never joined with another), sector and period. The whole
-- country; a sector is named by its SBI code. Of a year, open_vacancies is the mean.
create table national_vacancies (
    source_id text not null,
    series text not null,
    sector_code text not null,
    period text not null,
    sector_label text not null,
    open_vacancies integer,
    created_vacancies integer,
    filled_vacancies integer,
    vacancies_per_1000_jobs decimal(6, 1),
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per source, sector (by its SBI code), occupation and year. The whole country.
create table created_vacancies (
    source_id text not null,
    sector_code text not null,
    occupation_code text not null,
    year text not null,
    sector_label text not null,
    created_vacancies integer,
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per source, region and month. Persons on the last day, seasonally adjusted, in tens.
create table ww_benefits (
    source_id text not null,
    region_code text not null,
    month text not null,
    ww_benefits integer,
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per source, region, level, learning path, field and school year. Students in mbo, by
-- where they live.
create table mbo_students (
    source_id text not null,
    region_code text not null,
    mbo_level text not null,
    learning_path text not null,
    field_code text not null,
    school_year text not null,
    students integer,
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per source, region, level, learning path, field and school year. Graduates of mbo, by
-- where they live.
create table mbo_graduates (
    source_id text not null,
    region_code text not null,
    mbo_level text not null,
    learning_path text not null,
    field_code text not null,
    school_year text not null,
    graduates integer,
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per source, what entrants did a year before (position or sector), level, learning path,
-- sectorkamer and school year. The whole country; positions overlap and do not add up.
create table mbo_entrants (
    source_id text not null,
    origin_kind text not null,
    origin text not null,
    mbo_level text not null,
    learning_path text not null,
    sectorkamer text not null,
    school_year text not null,
    entrants integer,
    sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per what is counted (students on 1 October, or graduates over a school year), source,
-- region, level, learning path, field and school year.
create view mbo_supply as
select
    'students' as counted,
    mbo_students.* rename (students as persons),
from mbo_students
union all by name
select
    'graduates' as counted,
    mbo_graduates.* rename (graduates as persons),
from mbo_graduates;

-- One row per field of study in mbo; fields of different classifications overlap.
create table mbo_field (
    field_code text primary key,
    classification text not null,
    label text not null,
    position integer not null,
);

-- One row per figure of UWV that the press quoted. region_codes only where the text names regions.
create table uwv_press (
    source_id text,
    period_text text,
    region_text text,
    indicator text,
    url text,
    value decimal(12, 2) not null,
    unit text not null,
    region_codes text[] not null,
    is_rounded boolean not null,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (source_id, period_text, region_text, indicator, url),
);

-- One row per category of a source that has no place in this monitor, with how many rows it has.
create table unmapped_category (
    source_id text,
    table_id text,
    column_name text,
    category text,
    row_count integer not null,
    primary key (source_id, table_id, column_name, category),
);

-- One row per source, region, quarter and whether seasonally adjusted (yes, no, unknown).
create table cbs_tension (
    source_id text not null,
    region_code text not null,
    quarter text not null,
    seasonally_adjusted text not null,
    vacancies_per_100_unemployed integer,
    open_vacancies integer,
    unemployed integer,
    unemployment_pct_text text,
    note text,
    urls text[] not null,
    sign text,
    status text not null,
    release_status text,
    release_ids text[] not null,
    lines integer[] not null,
);

-- One row per source, region (arbeidsmarktregio or NL01), occupation group of UWV and quarter.
-- Persons on unemployment benefit (WW) for less than six months, and open vacancies, at the end of
-- the quarter. tension_ratio, with the number of decimals it was published with, and tension_class
-- as published; without jobseekers there is no ratio, and with vacancies then the class is
-- very_tight. Each value has its own sign.
create table occupation_tension (
    source_id text not null,
    region_code text not null,
    uwv_group_code text not null,
    quarter text not null,
    open_vacancies integer,
    vacancies_sign text,
    ww_under_6_months integer,
    ww_sign text,
    tension_ratio decimal(18, 4),
    ratio_decimals integer,
    ratio_sign text,
    tension_class text,
    class_sign text,
    status text not null,
    release_status text,
    release_id text not null,
    line integer not null,
);

-- One row per source, region (arbeidsmarktregio or NL01), techniekdomein (or all_technical) and
-- quarter, made by etl/derive/field_tension.sql: the sums of its UWV groups, each counted once.
-- expected_groups is how many any region has in that quarter. A
-- part that is under ten lies between 0 and 9, so a sum has bounds; one that is secret or missing
-- leaves the sum unknown. tension_ratio is the quotient of the sums, tension_class the class that
-- all of its range lies in.
create table field_tension (
    source_id text not null,
    region_code text not null,
    technical_field text not null,
    quarter text not null,
    groups integer not null,
    expected_groups integer not null,
    vacancies_low integer,
    vacancies_high integer,
    ww_low integer,
    ww_high integer,
    tension_ratio double,
    ratio_low double,
    ratio_high double,
    tension_class text,
    sign text,
    status text not null,
    release_id text not null,
);

-- One row per two regions of one kind that share a border, in both directions.
create table region_neighbour (
    region_code text,
    neighbour_code text,
    border_km integer not null,
    primary key (region_code, neighbour_code),
);

-- One row per measure that regions can be compared by.
create table measure (
    measure text primary key,
    label text not null,
    unit text not null,
    decimals integer not null,
    source_id text not null,
    term text not null,
    how_to_load text not null,
    position integer not null,
);

-- One row per measure and kind of region: whether its source publishes it there, and why not.
create table measure_level (
    measure text,
    kind text,
    is_published boolean not null,
    why text not null,
    primary key (measure, kind),
);

-- One row per measure, breakdown (sector, technical field or UWV group, series), region and period.
-- The true value lies from figure_low to figure_high: figures are rounded, and sums may have a part
-- that is under ten. Two figures differ for certain when their ranges do not touch.
create view region_figure as
select
    'open_vacancies' as measure,
    sector_code as breakdown,
    region_code,
    quarter as period,
    cast(open_vacancies as double) as figure,
    if(sign = 'below_half_unit', 0, open_vacancies - 50) as figure_low,
    open_vacancies + 50 as figure_high,
    null as tension_class,
    sign,
    status,
    release_status,
    release_id,
    null as second_release_id,
    line,
from vacancies
union all
select
    'tension' as measure,
    uwv_group_code as breakdown,
    region_code,
    quarter as period,
    coalesce(
        cast(tension_ratio as double),
        if(
            coalesce(isinf(ratio_high), true),
            null,
            (vacancies_low + vacancies_high) / nullif(ww_low + ww_high, 0)
        )
    ) as figure,
    coalesce(tension_ratio - 0.5 * power(10.0, -ratio_decimals), ratio_low) as figure_low,
    coalesce(tension_ratio + 0.5 * power(10.0, -ratio_decimals), ratio_high) as figure_high,
    coalesce(tension_class, class_within(figure_low, figure_high)) as tension_class,
    case
        when tension_ratio is not null then null
        when vacancies_high is null or ww_high is null
            then coalesce(nullif(ratio_sign, 'missing'), ww_sign, vacancies_sign, 'missing')
        else range_sign_of(vacancies_low, vacancies_high, ww_low, ww_high)
    end as sign,
    if(status = 'published' and tension_ratio is null and ratio_low is not null, 'estimated', status)
        as status,
    release_status,
    release_id,
    null as second_release_id,
    line,
from (
    select
        *,
        low_of(open_vacancies, vacancies_sign) as vacancies_low,
        high_of(open_vacancies, vacancies_sign) as vacancies_high,
        low_of(ww_under_6_months, ww_sign) as ww_low,
        high_of(ww_under_6_months, ww_sign) as ww_high,
        ratio_low_of(vacancies_low, ww_high) as ratio_low,
        ratio_high_of(vacancies_high, ww_low) as ratio_high,
    from occupation_tension
) as bounded
union all
select
    'tension' as measure,
    technical_field as breakdown,
    region_code,
    quarter as period,
    tension_ratio as figure,
    ratio_low as figure_low,
    ratio_high as figure_high,
    tension_class,
    sign,
    status,
    null as release_status,
    release_id,
    null as second_release_id,
    null as line,
from field_tension
union all
select
    'vacancies_per_100_unemployed' as measure,
    seasonally_adjusted as breakdown,
    region_code,
    quarter as period,
    vacancies_per_100_unemployed as figure,
    vacancies_per_100_unemployed - 0.5 as figure_low,
    vacancies_per_100_unemployed + 0.5 as figure_high,
    null as tension_class,
    sign,
    status,
    release_status,
    release_ids[1] as release_id,
    release_ids[2] as second_release_id,
    lines[1] as line,
from cbs_tension
union all
select
    'unemployment_pct' as measure,
    series as breakdown,
    region_code,
    period,
    unemployment_pct as figure,
    unemployment_pct - 0.05 as figure_low,
    unemployment_pct + 0.05 as figure_high,
    null as tension_class,
    sign,
    status,
    release_status,
    release_id,
    null as second_release_id,
    line,
from labour_force
where series <> 'labour_market_attachment'
union all
select
    'ww_benefits' as measure,
    'total' as breakdown,
    region_code,
    month as period,
    ww_benefits as figure,
    ww_benefits - 5 as figure_low,
    ww_benefits + 5 as figure_high,
    null as tension_class,
    sign,
    status,
    release_status,
    release_id,
    null as second_release_id,
    line,
from ww_benefits;

-- How tight each group of UWV is in a region in one quarter, and which of its neighbours are tight
-- when those are asked for. One row per group with a figure in any of these.
create macro tension_around(here_code, at_quarter, with_neighbours, with_sample) as table
with place as (
    select region_code, name, true as is_here
    from region
    where region_code = here_code and valid_to_year = 9999
    union all by name
    select region.region_code, region.name, false as is_here
    from region_neighbour
    inner join region
        on region.region_code = region_neighbour.neighbour_code and region.valid_to_year = 9999
    where region_neighbour.region_code = here_code and with_neighbours
),

figure as (
    select
        region_figure.*,
        place.name,
        place.is_here,
        class.label as class_label,
        coalesce(region_figure.tension_class in ('tight', 'very_tight'), false) as is_tight,
    from region_figure
    inner join place using (region_code)
    left join code_label as class
        on class.list = 'tension_class' and class.code = region_figure.tension_class
    where
        region_figure.measure = 'tension'
        and region_figure.period = at_quarter
        and (region_figure.status <> 'sample' or with_sample)
),

here as (select * from figure where is_here),

around as (
    select
        breakdown,
        coalesce(
            string_agg(name || ' (' || class_label || ')', ', ' order by name) filter (is_tight),
            'geen'
        ) as neighbours_label,
        bool_or(is_tight) as is_tight,
        arg_max(status, array_position(['published', 'estimated', 'sample'], status))
            as status,
    from figure
    where not is_here
    group by breakdown
)

select
    breakdown,
    here.class_label,
    here.figure as tension_ratio,
    here.figure_low as tension_low,
    here.figure_high as tension_high,
    here.sign,
    here.tension_class,
    around.neighbours_label,
    coalesce(here.is_tight, false) or coalesce(around.is_tight, false) as is_tight,
    if('sample' in (here.status, around.status), 'sample', 'estimated') as status,
    here.release_status,
    here.release_id,
    here.line,
from here
full join around using (breakdown);

-- One row per measure, breakdown, kind of region and period in which a region of today has a figure,
-- made by etl/derive/region_period.sql: what can be chosen is known without reading every figure.
create table region_period (
    measure text not null,
    breakdown text not null,
    kind text not null,
    period text not null,
    real_regions integer not null,
    sample_regions integer not null,
);

-- One row per programme, of public sources or registered by itself. Dates: the text of the source,
-- its precision, and the first and last day that it can mean.
create table programme (
    programme_id text primary key,
    name text not null,
    kind text not null,
    scope text not null,
    state text not null,
    aim text not null,
    note text,
    starts_on_text text,
    starts_on_precision text,
    starts_on_first date,
    starts_on_last date,
    ends_on_text text,
    ends_on_precision text,
    ends_on_first date,
    ends_on_last date,
    action_line text,
    techniekpact_goal text,
    status text not null,
    release_id text not null,
    line integer not null,
);

-- One row per programme and region it works in.
create table programme_region (
    programme_id text,
    region_code text,
    status text not null,
    primary key (programme_id, region_code),
);

-- One row per programme and source about it: a publication, or what it says itself.
create table programme_source (
    programme_id text,
    source_id text,
    status text not null,
    primary key (programme_id, source_id),
);

-- One row per programme, indicator, target group, phase and source.
create table programme_target (
    programme_id text,
    indicator text,
    target_group text,
    phase text,
    source_id text,
    target integer not null,
    unit text not null,
    precision text not null,
    relation text,
    note text,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (programme_id, indicator, target_group, phase, source_id),
);

-- One row per programme, kind of budget, stage, funder, what it is per, and source.
create table programme_budget (
    programme_id text,
    budget_kind text,
    stage text,
    funder text,
    per text,
    source_id text,
    amount_eur integer not null,
    precision text not null,
    note text,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (programme_id, budget_kind, stage, funder, per, source_id),
);

-- One row per programme, indicator, moment, breakdown, category and source.
create table programme_result (
    programme_id text,
    indicator text,
    as_of_text text,
    breakdown text,
    category text,
    source_id text,
    as_of_precision text not null,
    as_of_first date,
    as_of_last date,
    value integer,
    unit text not null,
    precision text not null,
    note text,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (programme_id, indicator, as_of_text, breakdown, category, source_id),
);

-- One row per programme, resource, moment and source.
create table programme_resource (
    programme_id text,
    resource text,
    as_of_text text,
    source_id text,
    as_of_precision text not null,
    quantity integer,
    unit text not null,
    note text,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (programme_id, resource, as_of_text, source_id),
);

-- One row per programme, organisation, role and source.
create table programme_partner (
    programme_id text,
    organisation text,
    role text,
    source_id text,
    known_now_as text,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (programme_id, organisation, role, source_id),
);

-- One row per programme: what its sources report at all. without_result names the targets of which
-- no result in the same indicator was published.
create table programme_reported (
    programme_id text primary key,
    has_target boolean not null,
    has_result boolean not null,
    has_final_result boolean not null,
    has_budget boolean not null,
    without_result text,
    status text not null,
);

-- One row per table about the records of a programme that may be shown: what is counted, by at most
-- two dimensions, per year, and up to the end of each quarter. There are no others.
create table programme_table (
    subject text,
    dimension_1 text,
    dimension_2 text,
    by_year boolean not null,
    by_quarter boolean not null,
    primary key (subject, dimension_1, dimension_2),
);

-- One row per programme that delivered: the delivery that counts. Counts under small_count are not
-- shown, others to a multiple of count_base, amounts to a multiple of euro_base.
create table programme_delivery (
    programme_id text primary key,
    delivery_number integer not null,
    as_of_on date not null,
    small_count integer not null,
    count_base integer not null,
    euro_base decimal(12, 2) not null,
    status text not null,
    release_id text not null,
);

-- One row per programme, what is counted, category of each dimension ('' stands for all) and period
-- (all, a year, or from the start until the end of a quarter): a protected cell. number is rounded;
-- sign is withheld where it is not shown, for whatever reason. Amounts are shown with their number
-- only.
create table programme_cell (
    programme_id text not null,
    subject text not null,
    dimension_1 text not null,
    category_1 text not null,
    dimension_2 text not null,
    category_2 text not null,
    period_kind text not null,
    period text not null,
    number integer,
    granted_eur integer,
    paid_eur integer,
    sign text,
    status text not null,
    release_id text not null,
);

-- One row per programme, region ('' for all of its regions) and techniekdomein with tension: vacancies
-- (mean of the quarters of the programme that are known), vacancies per jobseeker over these quarters
-- together, in its first and last one, and in the newest one there is. _low and _high bound what counts
-- under ten leave open; a class is NULL where the bounds lie in two.
create table programme_tension (
    programme_id text,
    region_code text,
    technical_field text,
    first_quarter text,
    last_quarter text,
    quarters integer not null,
    known_quarters integer not null,
    stock_low double,
    stock_high double,
    ratio_low double,
    ratio_high double,
    tension_class text,
    start_vacancies_low integer,
    start_vacancies_high integer,
    start_ratio_low double,
    start_ratio_high double,
    start_class text,
    end_vacancies_low integer,
    end_vacancies_high integer,
    end_ratio_low double,
    end_ratio_high double,
    end_class text,
    now_quarter text not null,
    now_ratio_low double,
    now_ratio_high double,
    now_class text,
    status text not null,
    release_id text not null,
    primary key (programme_id, region_code, technical_field),
);

-- One row per dimension and category of a protected cell, with its Dutch name and its place.
create view programme_category as
select '' as dimension, '' as category, 'alle' as label, 0 as position,
union all by name
select
    dimension.dimension,
    code_label.code as category,
    code_label.label,
    case
        when code_label.list = 'tension_class'
            then
                array_position(
                    ['very_tight', 'tight', 'average', 'loose', 'very_loose'], code_label.code
                )
        when code_label.list in ('at_work', 'technical')
            then array_position(['yes', 'no', 'unknown', 'too_early'], code_label.code)
        when code_label.code = 'unknown' then 99
        else 1
    end as position,
from (
    values
        ('stage', 'stage'),
        ('begun', 'begun'),
        ('route', 'route'),
        ('position', 'position'),
        ('outcome', 'outcome'),
        ('placement', 'placement'),
        ('instrument', 'instrument'),
        ('voucher_kind', 'voucher_kind'),
        ('voucher_state', 'voucher_state'),
        ('filled', 'filled'),
        ('technical', 'technical'),
        ('at_work_6', 'at_work'),
        ('at_work_12', 'at_work'),
        ('at_work_24', 'at_work'),
        ('target_group', 'target_group'),
        ('tension_class', 'tension_class'),
        ('field', 'field'),
        ('from_field', 'field'),
        ('to_field', 'field')
) as dimension (dimension, list)
inner join code_label on code_label.list = dimension.list
union all by name
select
    unnest(['field', 'from_field', 'to_field']) as dimension,
    technical_field as category,
    label,
    position,
from technical_field
union all by name
select
    unnest(['from_sector', 'to_sector']) as dimension,
    sbi as category,
    label,
    position,
from sector
where length(sbi) = 1
union all by name
select 'occupation' as dimension, occupation_code as category, label, 1 as position,
from occupation
where kind = 'brc_group'
union all by name
select 'occupation' as dimension, code as category, label, 98 as position,
from code_label
where list = 'field'
union all by name
select
    'region' as dimension,
    region_code as category,
    arg_max(name, valid_to_year) as label,
    1 as position,
from region
where kind = 'arbeidsmarktregio'
group by region_code
union all by name
select
    unnest(['region', 'from_sector', 'to_sector', 'tension_class', 'funder']) as dimension,
    'unknown' as category,
    'onbekend' as label,
    99 as position,
union all by name
select distinct 'funder' as dimension, funder as category, funder as label, 1 as position,
from programme_budget
where funder not in ('', 'unknown');

-- One row per registered target of a programme that delivered, beside what its delivery counts in the
-- same unit and for the same group; number is NULL where that is not shown (sign) or not counted.
create view programme_counted as
with counted as (
    select *
    from (
        values
            ('placements', 'persons', 'exit', 'outcome', 'new_job'),
            ('participants', 'persons', 'person', '', ''),
            ('trajectories', 'trajectories', 'participation', '', ''),
            ('vouchers', 'vouchers', 'voucher', '', ''),
            ('vacancies_registered', 'vacancies', 'vacancy', '', ''),
            ('match_interviews', 'interviews', 'match_interview', '', ''),
            ('employers', 'employers', 'employer', '', '')
    ) as counted (indicator, unit, subject, dimension, category)
)

select
    target.programme_id,
    target.indicator,
    target.target_group,
    target.phase,
    target.target,
    target."precision" as target_precision,
    target.unit,
    target.relation,
    target.source_id as target_source_id,
    target.release_id as target_release_id,
    target.line,
    delivery.as_of_on,
    cell.number,
    cell.sign,
    cell.subject is not null as is_counted,
    if('sample' in (target.status, delivery.status), 'sample', 'estimated') as realisation_status,
    delivery.status,
    delivery.release_id,
from programme_target as target
inner join programme_delivery as delivery using (programme_id)
left join counted using (indicator, unit)
left join programme_cell as cell
    on cell.programme_id = target.programme_id
    and cell.subject = counted.subject
    and cell.period_kind = 'all'
    and case
        when target.target_group = 'all'
            then
                cell.dimension_1 = counted.dimension
                and cell.category_1 = counted.category
                and cell.dimension_2 = ''
        when counted.dimension = ''
            then
                cell.dimension_1 = 'target_group'
                and cell.category_1 = target.target_group
                and cell.dimension_2 = ''
        else
            cell.dimension_1 = counted.dimension
            and cell.category_1 = counted.category
            and cell.dimension_2 = 'target_group'
            and cell.category_2 = target.target_group
    end;

-- One row per line of data/reference/note.csv: what happened, when and where, with its source. The
-- days are the first and the last that the published text of a date can mean; ends_on is NULL of a
-- moment. occupation_code is a group of UWV or a techniekdomein; NULL when it is about all.
create table note (
    line integer primary key,
    starts_on_text text not null,
    ends_on_text text,
    starts_on date not null,
    ends_on date,
    region_codes text[] not null,
    occupation_code text,
    programme_id text,
    text text not null,
    author text not null,
    source_title text not null,
    publisher text not null,
    urls text[] not null,
    published_on text,
    status text not null,
);

-- One row per published figure of a source, as it can be told to have changed: what it is about, and
-- a key that is the same in each release. A text stands where there is no number.
create view known_figure as
select
    source_id,
    'Openstaande vacatures' as table_label,
    null as programme_id,
    region_code,
    quarter as period,
    sector_code as key,
    sector.short_label as subject,
    cast(open_vacancies as double) as figure,
    sign,
    null as text,
    status,
    release_id,
from vacancies
inner join sector using (sector_code)
union all by name
select
    source_id,
    'Beroepsbevolking' as table_label,
    region_code,
    period,
    concat_ws(' / ', labour_force.series, counted.key) as key,
    concat_ws(', ', counted.label, series.label) as subject,
    case counted.key
        when 'labour_force' then labour_force.labour_force
        when 'employed' then employed
        when 'unemployed' then unemployed
        else unemployment_pct
    end as figure,
    sign,
    status,
    release_id,
from labour_force
cross join (
    values
        ('labour_force', 'beroepsbevolking'),
        ('employed', 'werkzaam'),
        ('unemployed', 'werkloos'),
        ('unemployment_pct', 'werkloosheid (%)')
) as counted (key, label)
left join code_label as series on series.list = 'series' and series.code = labour_force.series
union all by name
select
    source_id,
    'Werkzame personen' as table_label,
    region_code,
    period,
    occupation_code as key,
    occupation.label as subject,
    employed as figure,
    sign,
    status,
    release_id,
from employment
inner join occupation using (occupation_code)
union all by name
select
    source_id,
    'Vacatures in Nederland' as table_label,
    'NL01' as region_code,
    period,
    concat_ws(' / ', series, sector_code, counted.key) as key,
    concat_ws(', ', counted.label, sector_label, series) as subject,
    case counted.key
        when 'open' then open_vacancies
        when 'created' then created_vacancies
        when 'filled' then filled_vacancies
        else vacancies_per_1000_jobs
    end as figure,
    sign,
    status,
    release_id,
from national_vacancies
cross join (
    values
        ('open', 'openstaand'),
        ('created', 'ontstaan'),
        ('filled', 'vervuld'),
        ('per_1000_jobs', 'per 1.000 banen')
) as counted (key, label)
union all by name
select
    source_id,
    'Ontstane vacatures' as table_label,
    'NL01' as region_code,
    year as period,
    concat_ws(' / ', sector_code, occupation_code) as key,
    concat_ws(', ', sector_label, occupation.label) as subject,
    created_vacancies.created_vacancies as figure,
    sign,
    status,
    release_id,
from created_vacancies
left join occupation using (occupation_code)
union all by name
select
    source_id,
    'Personen met WW' as table_label,
    region_code,
    month as period,
    'total' as key,
    'WW-uitkeringen' as subject,
    ww_benefits.ww_benefits as figure,
    sign,
    status,
    release_id,
from ww_benefits
union all by name
select
    source_id,
    if(counted = 'students', 'Studenten mbo', 'Gediplomeerden mbo') as table_label,
    region_code,
    school_year as period,
    concat_ws(' / ', mbo_level, learning_path, field_code) as key,
    concat_ws(', ', mbo_level.label, learning_path.label, mbo_field.label) as subject,
    persons as figure,
    sign,
    status,
    release_id,
from mbo_supply
left join code_label as mbo_level
    on mbo_level.list = 'mbo_level' and mbo_level.code = mbo_supply.mbo_level
left join code_label as learning_path
    on learning_path.list = 'learning_path' and learning_path.code = mbo_supply.learning_path
left join mbo_field using (field_code)
union all by name
select
    source_id,
    'Instroom mbo' as table_label,
    'NL01' as region_code,
    school_year as period,
    concat_ws(' / ', origin_kind, origin, mbo_level, learning_path, sectorkamer) as key,
    concat_ws(', ', origin, mbo_level, learning_path, sectorkamer) as subject,
    entrants as figure,
    sign,
    status,
    release_id,
from mbo_entrants
union all by name
select
    source_id,
    'Spanning (CBS)' as table_label,
    region_code,
    quarter as period,
    seasonally_adjusted as key,
    'vacatures per 100 werklozen' as subject,
    vacancies_per_100_unemployed as figure,
    sign,
    status,
    release_ids[1] as release_id,
from cbs_tension
union all by name
select
    source_id,
    'Spanning (UWV)' as table_label,
    region_code,
    quarter as period,
    concat_ws(' / ', uwv_group_code, counted.key) as key,
    concat_ws(', ', uwv_group.label, counted.label) as subject,
    if(counted.key = 'vacancies', open_vacancies, ww_under_6_months) as figure,
    if(counted.key = 'vacancies', vacancies_sign, ww_sign) as sign,
    status,
    release_id,
from occupation_tension
inner join uwv_group using (uwv_group_code)
cross join (values ('vacancies', 'vacatures'), ('ww', 'kortdurende WW')) as counted (key, label)
union all by name
select
    'programmes' as source_id,
    'Kenmerken' as table_label,
    programme_id,
    told.key,
    told.label as subject,
    case told.key
        when 'period'
            then
                coalesce(starts_on_text, 'begin onbekend')
                || ' – ' || coalesce(ends_on_text, 'einde onbekend')
        when 'state' then state.label
        else aim
    end as text,
    status,
    release_id,
from programme
cross join (
    values ('period', 'looptijd'), ('state', 'stand'), ('aim', 'wat het wil')
) as told (key, label)
left join code_label as state on state.list = 'state' and state.code = programme.state
union all by name
select
    'programmes' as source_id,
    'Doelen' as table_label,
    programme_id,
    concat_ws(' / ', indicator, target_group, phase, source_id) as key,
    concat_ws(', ', indicator.label, target_group.label) as subject,
    target as figure,
    status,
    release_id,
from programme_target
left join code_label as indicator
    on indicator.list = 'indicator' and indicator.code = programme_target.indicator
left join code_label as target_group
    on target_group.list = 'target_group' and target_group.code = programme_target.target_group
union all by name
select
    'programmes' as source_id,
    'Bedragen' as table_label,
    programme_id,
    concat_ws(' / ', budget_kind, stage, funder, per, source_id) as key,
    concat_ws(', ', budget_kind.label, stage.label, nullif(funder, ''), 'in euro') as subject,
    amount_eur as figure,
    status,
    release_id,
from programme_budget
left join code_label as budget_kind
    on budget_kind.list = 'budget_kind' and budget_kind.code = programme_budget.budget_kind
left join code_label as stage on stage.list = 'stage' and stage.code = programme_budget.stage
union all by name
select
    'programmes' as source_id,
    'Resultaten' as table_label,
    programme_id,
    concat_ws(' / ', indicator, as_of_text, breakdown, category, source_id) as key,
    concat_ws(', ', indicator.label, nullif(category, ''), as_of_text) as subject,
    value as figure,
    status,
    release_id,
from programme_result
left join code_label as indicator
    on indicator.list = 'indicator' and indicator.code = programme_result.indicator;

-- One row per source and day on which a release of it was retrieved; a release without a date has
-- no day and came before the others. problem: why that state could not be made again.
create table known_moment (
    source_id text not null,
    moment integer not null,
    known_on date,
    problem text,
    primary key (source_id, moment),
);

-- One row per source, moment, table and period in which figures came, went or changed; period is
-- NULL where a table has none. is_new: no earlier release has that period.
create table period_change (
    source_id text not null,
    moment integer not null,
    known_on date,
    table_label text not null,
    period text,
    is_new boolean not null,
    figures_added integer not null,
    figures_withdrawn integer not null,
    figures_revised integer not null,
    release_id text not null,
    status text not null,
);

-- One row per figure that a later release changed, and per figure of a programme that it added or
-- left out (kind: revised, added, withdrawn), with what was known before and after.
create table revision (
    source_id text not null,
    moment integer not null,
    known_on date,
    kind text not null,
    table_label text not null,
    programme_id text,
    region_code text,
    period text,
    subject text,
    old_figure double,
    old_sign text,
    old_text text,
    new_figure double,
    new_sign text,
    new_text text,
    release_id text not null,
    release_id_before text,
    status text not null,
);

-- One row per moment, region, and group of UWV or techniekdomein: the class of the newest quarter
-- then known; NULL when the bounds of the figure leave more than one.
create table known_class (
    source_id text not null,
    moment integer not null,
    known_on date,
    region_code text not null,
    breakdown text not null,
    quarter text not null,
    tension_class text,
    figure double,
    figure_low double,
    figure_high double,
    release_id text not null,
    status text not null,
);

-- Which moments of the tension of UWV were the newest known on two days.
create macro tension_moments(since_day, until_day) as table
select
    max(moment) filter (
        coalesce(known_on, date '0001-01-01') <= cast(since_day as date)
    ) as moment_then,
    max(moment) filter (
        coalesce(known_on, date '0001-01-01') <= cast(until_day as date)
    ) as moment_now,
from known_moment
where source_id = 'uwv_tension' and problem is null;
