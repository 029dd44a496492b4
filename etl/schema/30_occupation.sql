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
-- known for groups only; the parent is the sum it belongs to. high_edu_share, of a technical group, is
-- the reason why it is a craft: less than half of those who work in it are higher educated.
create table occupation (
    occupation_code text primary key,
    kind text not null,
    label text not null,
    parent_code text,
    isco08_primary text,
    is_technical boolean,
    technical_field text,
    high_edu_share decimal(5, 4),
    is_craft boolean,
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

-- One row per source and occupation (BRC group): the part of those who work in it that is higher
-- educated, as measured. It is not the level that vacancies ask for.
create table occupation_education (
    source_id text not null,
    occupation_code text not null,
    high_edu_share decimal(5, 4),
    sign text,
    status text not null,
    release_id text not null,
    line integer not null,
);

-- One row per occupation (BRC group) and mbo level: a national assumption, never a measured demand. Its
-- bounds are those of the skill level, widened as far as needed to hold what was measured.
create view occupation_level as
select
    skill.occupation_code,
    isco_level_share.mbo_level,
    isco_level_share.share,
    if(mbo_level = 'hbo_plus', least(share_low, lowest), least(share_low, 1 - highest))
        as share_low,
    if(mbo_level = 'hbo_plus', greatest(share_high, highest), share_high) as share_high,
    if(measured.is_sample, 'sample', 'estimated') as status,
from occupation_skill as skill
inner join isco_level_share using (skill_level)
left join (
    select
        occupation_code,
        min(high_edu_share) as lowest,
        max(high_edu_share) as highest,
        bool_or(status = 'sample') as is_sample,
    from occupation_education
    group by occupation_code
) as measured using (occupation_code);

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

-- One row per UWV group with occupations: whether one of them is technical, or a craft, and the one
-- techniekdomein in which the group then counts.
create view uwv_group_field as
select
    uwv_group_brc.uwv_group_code,
    bool_or(occupation.is_technical) as is_technical,
    bool_or(occupation.is_craft) as is_craft,
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
