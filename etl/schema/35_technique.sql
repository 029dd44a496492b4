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
