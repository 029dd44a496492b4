-- One row per figure or class of UWV or SBB that a page quoted. region_codes only where the text names
-- regions; a class is value_text. status: estimated where a row is derived of printed figures. remark is
-- what a reader must know of it, in Dutch.
create table quote (
    source_id text,
    period_text text not null,
    period text,
    region_text text,
    indicator text,
    url text,
    value decimal(12, 2),
    value_text text,
    precision text not null,
    unit text not null,
    region_codes text[] not null,
    remark text,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (source_id, period, region_text, indicator, url),
);

-- One row per quoted figure, as it is shown.
create view quoted_figure as
select
    source_id as quoted_from,
    period.label as period_label,
    regexp_replace(region_text, ' *[+] *', ' + ', 'g') as region_text,
    indicator as indicator_label,
    quote.value as quoted_number,
    value_text as class_label,
    quote.precision,
    label_of('unit', unit) as unit_label,
    remark,
    url,
    quote.status,
    quote.period as period_code,
    region_codes,
    starts_on,
    ends_on,
    release_id,
    line,
from quote
inner join period on period.period = quote.period;

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

-- One row per group of UWV with occupations, techniekdomein, and set of technical ones together: what
-- tension is told of. The sets are the crafts and all technical ones.
create view tension_breakdown as
select
    code as breakdown,
    label,
    'set' as kind,
    true as is_technical,
from code_label
where list = 'occupation_set'
union all by name
select
    technical_field as breakdown,
    label,
    'field' as kind,
    label as field_label,
    true as is_technical,
    position,
from technical_field
union all by name
select
    uwv_group.uwv_group_code as breakdown,
    uwv_group.label,
    case
        when uwv_group_field.is_craft then 'craft_group'
        when uwv_group_field.is_technical then 'technical_group'
        else 'other_group'
    end as kind,
    technical_field.label as field_label,
    uwv_group_field.is_technical,
    technical_field.position,
from uwv_group
inner join uwv_group_field using (uwv_group_code)
left join technical_field using (technical_field);

-- Whether a kind of breakdown is among all groups, those of a set, or the techniekdomeinen.
create macro is_selected(kind, selection) as
    case kind
        when 'field' then selection = 'fields'
        when 'craft_group' then selection in ('all', 'all_technical', 'crafts')
        when 'technical_group' then selection in ('all', 'all_technical')
        else kind = 'other_group' and selection = 'all'
    end;

-- The name of a techniekdomein or a set, or of all technical occupations together where it is none.
create macro field_label_of(a_field) as (
    select label from tension_breakdown where breakdown = coalesce(a_field, 'all_technical')
);

-- One row per source, region (arbeidsmarktregio or NL01), techniekdomein (or set of occupations) and
-- quarter, made by etl/derive/field_tension.sql: the sums of its UWV groups, each counted once.
-- expected_groups is how many belong to it; with fewer there is no sum. A part that is under ten lies
-- between 0 and 9, so a sum has bounds; one that is secret or missing leaves the sum unknown.
-- tension_ratio is the quotient of the sums, tension_class the class that all of its range lies in.
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
