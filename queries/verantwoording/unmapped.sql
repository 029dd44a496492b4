-- Which part of the people at work is in a group that cannot be given an mbo level?
with newest as (
    select max(period) as period
    from employment
    where region_code = 'NL01'
)

select
    scope_label,
    count(*) as occupations,
    count(*) filter (share > 0) as unmapped_occupations,
    100 * sum(share * employed) / sum(employed) as unmapped_pct,
    string_agg(label, ', ' order by label) filter (share > 0) as unmapped_labels,
    period_label_of(newest.period) as period_label,
    if(
        bool_or(employment.status = 'sample'), 'sample', any_value(occupation_level.status)
    ) as status,
from occupation
inner join occupation_level using (occupation_code)
cross join newest
left join employment
    on employment.region_code = 'NL01'
    and employment.occupation_code = occupation_level.occupation_code
    and employment.period = newest.period
cross join (
    values ('Technische beroepen', true), ('Alle beroepen', false)
) as scope (scope_label, narrow)
where mbo_level = 'unmapped' and (is_technical or not narrow)
group by scope_label, narrow, newest.period
order by narrow desc;
