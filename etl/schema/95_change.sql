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

-- One row per period that a table had no figure of before: known since the day on which a release
-- was retrieved or, where that is not known, the newest period of a release since the day on which
-- its publisher changed it.
create view new_period as
select
    source_id,
    table_label,
    period,
    figures_added,
    known_on,
    'opgehaald' as known_by,
    release_id,
    status,
from period_change
where is_new and known_on is not null
union all by name
select
    source_id,
    table_label,
    period,
    count(*) as figures_added,
    any_value(modified_on) as known_on,
    'gepubliceerd door de bron' as known_by,
    release_id,
    known_figure.status,
from known_figure
inner join (select release_id, modified_on, retrieved_on from release) as release using (release_id)
inner join period using (period)
where
    retrieved_on is null
    and modified_on is not null
    and known_figure.status <> 'sample'
    and figure is not null
group by source_id, table_label, period, ends_on, release_id, known_figure.status
qualify row_number() over (
    partition by release_id, table_label
    order by ends_on desc, period desc
) = 1;

-- Whether something became known after one day and up to another.
create macro is_since(known_on, since_day, until_day) as
    known_on > cast(since_day as date) and known_on <= cast(until_day as date);

-- The classes of technical occupations in the newest quarter known on one day, beside those in the
-- newest known on another.
create macro classes_between(since_day, until_day, with_sample) as table
with moment as (
    select
        max(moment) filter (coalesce(known_on, date '0001-01-01') <= cast(since_day as date))
            as moment_then,
        max(moment) filter (coalesce(known_on, date '0001-01-01') <= cast(until_day as date))
            as moment_now,
    from known_moment
    where source_id = 'uwv_tension' and problem is null
)

select
    moment.*,
    class_now.*,
    scale_now.position,
    technical.label as occupation_label,
    technical.kind as breakdown_kind,
    class_then.quarter as then_quarter,
    class_then.tension_class as then_class,
    scale_then.position as then_position,
    class_then.figure as then_figure,
    class_then.status as then_status,
    class_then.release_id as then_release_id,
from moment
inner join known_class as class_then on class_then.moment = moment_then
inner join known_class as class_now
    on class_now.moment = moment_now
    and class_now.region_code = class_then.region_code
    and class_now.breakdown = class_then.breakdown
inner join tension_breakdown as technical
    on technical.breakdown = class_now.breakdown and is_technical
left join tension_class as scale_then on scale_then.tension_class = class_then.tension_class
left join tension_class as scale_now on scale_now.tension_class = class_now.tension_class
where class_now.status <> 'sample' or with_sample;
