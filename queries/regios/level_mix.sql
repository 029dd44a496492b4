-- How many technical vacancies stand open here per mbo level, by the national assumption?
-- Vacancies per group times the share of each level; low and high by the bounds of the share and of
-- counts under ten. Where a group is not shown, the sum is what the others come to at least.
with technical as (
    select
        uwv_group_code,
        brc_group_code as occupation_code,
        1.0 / count(*) over (partition by uwv_group_code) as part,
    from uwv_group_brc
    inner join occupation on occupation.occupation_code = uwv_group_brc.brc_group_code
    where occupation.is_technical and uwv_group_code is not null
),

counted as (
    select
        tension.*,
        low_of(open_vacancies, vacancies_sign) as vacancies_low,
        high_of(open_vacancies, vacancies_sign) as vacancies_high,
    from occupation_tension as tension
    where
        tension.region_code in (select unnest($region_codes))
        and tension.quarter = $quarter
        and (tension.status <> 'sample' or $with_sample)
)

select
    region.name as region_name,
    period.label as quarter_label,
    level.label as level_label,
    round(
        sum(technical.part * occupation_level.share * (vacancies_low + vacancies_high) / 2)
    ) as vacancies,
    round(sum(technical.part * occupation_level.share_low * vacancies_low)) as vacancies_low,
    if(
        bool_or(vacancies_high is null),
        null,
        round(sum(technical.part * occupation_level.share_high * vacancies_high))
    ) as vacancies_high,
    count(*) as groups,
    count(*) filter (vacancies_high is null) as groups_not_shown,
    if(bool_or(counted.status = 'sample'), 'sample', 'estimated') as status,
    region.region_code,
    occupation_level.mbo_level,
    counted.quarter,
    any_value(counted.release_id) as release_id,
from counted
inner join technical using (uwv_group_code)
inner join occupation_level using (occupation_code)
inner join region
    on region.region_code = counted.region_code and region.valid_to_year = 9999
inner join period on period.period = counted.quarter
inner join code_label as level
    on level.list = 'mbo_level' and level.code = occupation_level.mbo_level
group by
    region.name, period.label, level.label, region.region_code, occupation_level.mbo_level,
    counted.quarter
order by
    region.name,
    array_position(
        ['mbo1', 'mbo2_3', 'mbo4', 'hbo_plus', 'unmapped'], occupation_level.mbo_level
    );
