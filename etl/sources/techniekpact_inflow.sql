-- The technical part of those who enter mbo, per level. The year of an edition stands in the note; the
-- counts without one are of an older definition.
delete from technical_inflow where source_id = 'techniekpact_inflow';

create or replace temp table published as
select
    * exclude (school_year, mbo_level, unit),
    school_year as year_found,
    mbo_level as level_found,
    unit as unit_found,
    if(
        regexp_full_match(school_year, '[0-9]{4}/[0-9]{2}'), left(school_year, 4) || 'SJ00', null
    ) as school_year,
    if(mbo_level = 'total', 'total', 'mbo' || mbo_level) as mbo_level,
    case
        when unit like 'percent of inflow%' then 'percent'
        when unit like 'new students%' then 'persons'
    end as unit,
    coalesce(nullif(regexp_extract(note, '20[0-9]{2}'), ''), 'by_domain') as edition,
from raw.mbo_technical_inflow_by_level;

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            not is_period(school_year, ['school_year']),
            'school_year',
            year_found,
            'a school year such as 2021/22 was expected'
        ),
        refusal(
            label_of('mbo_level', mbo_level) is null,
            'mbo_level',
            level_found,
            'total, 1, 2, 3 or 4 was expected'
        ),
        refusal(
            unit is null,
            'unit',
            unit_found,
            'percent of inflow or new students was expected'
        ),
        refusal(
            is_bad_count(value) or number_of(value) is null
            or (unit = 'percent' and number_of(value) > 100),
            'value',
            value,
            'a whole number of persons, or a percentage from 0 to 100, was expected'
        ),
        refusal(
            coalesce(source_url not like 'http%', true),
            'source_url',
            source_url,
            'the address of a page was expected'
        )
    ]), recursive := true),
from published
union all by name
from twice('published', ['edition', 'school_year', 'mbo_level', 'unit'], 'value', 'figure');

insert into technical_inflow by name
select
    'techniekpact_inflow' as source_id,
    edition,
    school_year,
    mbo_level,
    unit,
    cast(number_of(value) as integer) as value,
    if(note like '%level 1 approximate%' and mbo_level = 'mbo1', 'approximate', 'exact')
        as "precision",
    source_url as url,
    status,
    release_id,
    line,
from published
order by edition, school_year, mbo_level;
