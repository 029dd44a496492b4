-- One row per quarter, calendar year and month.
create table period (
    period text primary key,
    kind text not null,
    year integer not null,
    starts_on date not null,
    ends_on date not null,
    label text not null,
);

-- The last day of a period; of one that is not known, the last day there is.
create macro end_of(a_period) as coalesce(
    (select period.ends_on from period where period.period = a_period), date '9999-12-31'
);

-- The Dutch label of a period; NULL where it is not known.
create macro period_label_of(a_period) as (
    select period.label from period where period.period = a_period
);

-- The period of the same kind a year earlier, whether or not anything is known of it.
create macro year_before(a_period) as
    format('{}{}', try_cast(a_period[:4] as integer) - 1, a_period[5:]);

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

-- The Dutch label of a code; NULL where the list does not have it.
create macro label_of(a_list, a_code) as (
    select code_label.label from code_label where code_label.list = a_list and code_label.code = a_code
);

-- One row per period, as a table that is taken along whole tells of it.
create view named_period as
select period, label as period_label, starts_on as period_starts_on, year
from period;

-- One row per region and year, under the name that it had.
create view named_region as
select region_code, label_of('region_kind', kind) as region_kind_label, name as region_name, year
from region
inner join (select distinct year from period)
    on year between valid_from_year and valid_to_year;

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
