-- How many technical vacancies stand open here per mbo level, by the national assumption, and how
-- many a year earlier?
-- A group of UWV counts once; where several occupations make it up, their mean share and widest
-- bounds. A count under ten lies between 0 and 9. Where a group is not shown there is no sum, only
-- what the others come to at least.
with split as (
    select
        uwv_group_brc.uwv_group_code,
        occupation_level.mbo_level,
        avg(occupation_level.share) as share,
        min(occupation_level.share_low) as share_low,
        max(occupation_level.share_high) as share_high,
    from uwv_group_field
    inner join uwv_group_brc using (uwv_group_code)
    inner join occupation_level
        on occupation_level.occupation_code = uwv_group_brc.brc_group_code
    where uwv_group_field.is_technical
    group by all
),

counted as (
    select
        tension.region_code,
        tension.quarter,
        tension.uwv_group_code,
        low_of(tension.open_vacancies, tension.vacancies_sign) as vacancies_low,
        high_of(tension.open_vacancies, tension.vacancies_sign) as vacancies_high,
        tension.vacancies_sign = 'secret' as is_secret,
        tension.status,
        tension.release_id,
    from occupation_tension as tension
    inner join uwv_group_field using (uwv_group_code)
    where
        uwv_group_field.is_technical
        and tension.source_id = 'uwv_tension'
        and tension.quarter in ($quarter, year_before($quarter))
        and tension.region_code in (select unnest($region_codes))
        and (tension.status <> 'sample' or $with_sample)
),

-- One of these without a row in a region is not shown there.
expected as (
    select count(*) as groups
    from uwv_group_field
    where is_technical
),

summed as (
    select
        counted.region_code,
        counted.quarter,
        split.mbo_level,
        count(*) filter (counted.vacancies_high is not null) as groups_shown,
        bool_or(counted.is_secret) as has_secret,
        sum(split.share * (counted.vacancies_low + counted.vacancies_high) / 2) as vacancies,
        sum(split.share_low * counted.vacancies_low) as vacancies_low,
        sum(split.share_high * counted.vacancies_high) as vacancies_high,
        bool_or(counted.status = 'sample') as has_sample,
        max(counted.release_id) as release_id,
    from counted
    inner join split using (uwv_group_code)
    group by all
),

estimated as (
    select
        summed.*,
        expected.groups,
        expected.groups - groups_shown as groups_not_shown,
        groups_not_shown > 0 as is_unknown,
        if(is_unknown, null, round(vacancies)) as estimate,
        floor(round(vacancies_low, 6)) as estimate_low,
        if(is_unknown, null, ceil(round(vacancies_high, 6))) as estimate_high,
        case
            when is_unknown and has_secret then 'secret'
            when is_unknown then 'missing'
        end as sign,
        if(has_sample, 'sample', 'estimated') as status,
    from summed
    cross join expected
)

select
    region.name as region_name,
    asked.label as quarter_label,
    level.label as level_label,
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
