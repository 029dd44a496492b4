-- How many vacancies of this set of technical occupations stand open here per mbo level, by the
-- national assumption, and how many a year earlier?
-- A group of UWV counts once; where several occupations make it up, their mean share and widest
-- bounds. A count under ten lies between 0 and 9. Where a group is not shown there is no sum, only
-- what the others come to at least.
with member as (
    select breakdown as uwv_group_code
    from tension_breakdown
    where is_selected(kind, $selection)
),

split as (
    select
        uwv_group_code,
        mbo_level,
        avg(share) as share,
        min(share_low) as share_low,
        max(share_high) as share_high,
    from member
    inner join uwv_group_brc using (uwv_group_code)
    inner join occupation_level on occupation_code = brc_group_code
    group by all
),

counted as (
    select
        *,
        low_of(open_vacancies, vacancies_sign) as vacancies_low,
        high_of(open_vacancies, vacancies_sign) as vacancies_high,
    from occupation_tension
    where
        source_id = 'uwv_tension'
        and quarter in ($quarter, year_before($quarter))
        and region_code in (select unnest($region_codes))
        and (status <> 'sample' or $with_sample)
),

-- One of these without a row in a region is not shown there.
expected as (
    select count(*) as groups
    from member
),

estimated as (
    select
        region_code,
        quarter,
        mbo_level,
        groups,
        groups - count(vacancies_high) as groups_not_shown,
        groups_not_shown > 0 as is_unknown,
        if(is_unknown, null, round(sum(share * (vacancies_low + vacancies_high) / 2)))
            as estimate,
        floor(round(sum(share_low * vacancies_low), 6)) as estimate_low,
        if(is_unknown, null, ceil(round(sum(share_high * vacancies_high), 6))) as estimate_high,
        case
            when is_unknown and bool_or(vacancies_sign = 'secret') then 'secret'
            when is_unknown then 'missing'
        end as sign,
        if(bool_or(status = 'sample'), 'sample', 'estimated') as status,
        max(release_id) as release_id,
    from counted
    inner join split using (uwv_group_code)
    cross join expected
    group by region_code, quarter, mbo_level, groups
)

select
    region.name as region_name,
    asked.label as quarter_label,
    level.label as level_label,
    label_of('occupation_set', $selection) as set_label,
    now.estimate as vacancies,
    now.estimate_low as vacancies_low,
    now.estimate_high as vacancies_high,
    if(now.region_code is null, 'missing', now.sign) as sign,
    year_before.estimate as vacancies_year_before,
    year_before.sign as vacancies_year_before_sign,
    now.groups,
    now.groups_not_shown,
    coalesce(now.status, 'estimated') as status,
    year_before.status as year_before_status,
    region.region_code,
    level.code as mbo_level,
    asked.period as quarter,
    now.release_id,
    year_before.release_id as second_release_id,
from period as asked
inner join region_today as region on region.region_code in (select unnest($region_codes))
inner join code_label as level
    on level.list = 'mbo_level'
    and level.code in (select mbo_level from isco_level_share)
left join estimated as now
    on now.region_code = region.region_code
    and now.mbo_level = level.code
    and now.quarter = asked.period
left join estimated as year_before
    on year_before.region_code = region.region_code
    and year_before.mbo_level = level.code
    and year_before.quarter = year_before(asked.period)
    and coalesce((year_before.status = 'sample') = (now.status = 'sample'), true)
where asked.period = $quarter
order by
    array_position($region_codes, region.region_code),
    array_position(['mbo1', 'mbo2_3', 'mbo4', 'hbo_plus', 'unmapped'], level.code);
