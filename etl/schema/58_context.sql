-- One row per source, region, sector, quarter and page: which part of the firms a shortage of staff
-- hinders. question: hindered, or main_obstacle, which is asked otherwise.
create table staff_shortage (
    source_id text,
    region_code text,
    sector text,
    quarter text,
    url text,
    staff_shortage_pct decimal(5, 1) not null,
    precision text not null,
    question text not null,
    remark text,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (source_id, region_code, sector, quarter, url),
);

-- One row per source, region and quarter: the balance of positive and negative answers of firms.
create table business_confidence (
    source_id text,
    region_code text,
    quarter text,
    confidence_balance decimal(5, 1) not null,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (source_id, region_code, quarter),
);

-- One row per source, day and kind of advert (total postings, new postings): 1 February 2020 is 100.
create table advert_index (
    source_id text,
    advert_kind text,
    day date,
    advert_index decimal(7, 2) not null,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (source_id, advert_kind, day),
);

-- One row per figure of another scheme, its moment and page: no programme of this monitor.
create table comparator (
    source_id text,
    scheme text,
    indicator text,
    as_of_text text,
    region_text text,
    url text,
    value decimal(14, 2) not null,
    unit text not null,
    precision text not null,
    remark text,
    status text not null,
    release_id text not null,
    line integer not null,
    primary key (source_id, scheme, indicator, as_of_text, region_text, url),
);
