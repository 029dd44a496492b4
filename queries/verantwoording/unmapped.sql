-- Which part of the people at work is in a group that cannot be given an mbo level?
with newest as (
    select max(period) as period
    from employment
    where region_code = 'NL01'
),

brc_group as (
    select
        occupation.label,
        occupation.is_technical,
        occupation_level.share,
        if(employment.status = 'sample', 'sample', occupation_level.status) as status,
        employment.employed,
        period.label as period_label,
    from occupation
    inner join occupation_level using (occupation_code)
    cross join newest
    inner join period using (period)
    left join employment
        on employment.region_code = 'NL01'
        and employment.occupation_code = occupation.occupation_code
        and employment.period = newest.period
    where occupation_level.mbo_level = 'unmapped'
)

select
    scope.scope_label,
    count(*) as occupations,
    count(*) filter (share > 0) as unmapped_occupations,
    100 * sum(share * employed) / sum(employed) as unmapped_pct,
    string_agg(label, ', ' order by label) filter (share > 0) as unmapped_labels,
    period_label,
    if(bool_or(status = 'sample'), 'sample', any_value(status)) as status,
from brc_group
cross join (
    values ('Technische beroepen', true), ('Alle beroepen', false)
) as scope (scope_label, narrow)
where is_technical or not scope.narrow
group by scope.scope_label, scope.narrow, period_label
order by scope.narrow desc;
