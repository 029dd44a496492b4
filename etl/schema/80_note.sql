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
