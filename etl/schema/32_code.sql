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

-- The Dutch label of a code; NULL where the list does not have it.
create macro label_of(a_list, a_code) as (
    select code_label.label from code_label where code_label.list = a_list and code_label.code = a_code
);
