-- Which mbo levels may an occupation hold, by the national assumption of occupation_level?
delete from occupation_level_range;

insert into occupation_level_range by name
with held as (
    select
        occupation_level.occupation_code,
        level.label,
        array_position(['mbo1', 'mbo2_3', 'mbo4', 'hbo_plus'], occupation_level.mbo_level)
            as position,
    from occupation_level
    inner join code_label as level
        on level.list = 'mbo_level' and level.code = occupation_level.mbo_level
    where occupation_level.share > 0
)

select
    occupation_code,
    string_agg(label, ' of ' order by position) as level_label,
    min(position) as lowest,
    max(position) as highest,
from held
group by occupation_code
order by occupation_code;
