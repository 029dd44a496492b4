-- The tension of each techniekdomein and each set of technical occupations: quotients of sums.
-- A group counts in one field only, also when several occupations of BRC lead to it.
delete from field_tension;

insert into field_tension by name
with member as (
    select
        uwv_group_code,
        unnest([technical_field, 'all_technical', if(is_craft, 'crafts', null)]) as technical_field,
    from uwv_group_field
    where is_technical
),

-- A total needs all groups of its field: a group without a row in a region is unknown there.
expected as (
    select
        technical_field,
        count(*) as groups,
    from member
    where technical_field is not null
    group by technical_field
),

summed as (
    select
        tension.source_id,
        tension.region_code,
        member.technical_field,
        tension.quarter,
        count(*) as groups,
        count(*) filter (
            high_of(tension.open_vacancies, vacancies_sign) is null
            or high_of(tension.ww_under_6_months, ww_sign) is null
        ) as unknown_groups,
        bool_or('secret' in (vacancies_sign, ww_sign)) as has_secret,
        sum(low_of(tension.open_vacancies, vacancies_sign)) as vacancies_low,
        sum(high_of(tension.open_vacancies, vacancies_sign)) as vacancies_high,
        sum(low_of(tension.ww_under_6_months, ww_sign)) as ww_low,
        sum(high_of(tension.ww_under_6_months, ww_sign)) as ww_high,
        if(bool_or(tension.status = 'sample'), 'sample', 'estimated') as status,
        max(tension.release_id) as release_id,
    from occupation_tension as tension
    inner join member using (uwv_group_code)
    group by all
),

known as (
    select
        summed.* exclude (vacancies_low, vacancies_high, ww_low, ww_high),
        expected.groups as expected_groups,
        unknown_groups > 0 or summed.groups < expected.groups as is_unknown,
        if(is_unknown, null, vacancies_low) as vacancies_low,
        if(is_unknown, null, vacancies_high) as vacancies_high,
        if(is_unknown, null, ww_low) as ww_low,
        if(is_unknown, null, ww_high) as ww_high,
    from summed
    inner join expected using (technical_field)
),

bounded as (
    select
        *,
        ratio_low_of(vacancies_low, ww_high) as ratio_low,
        ratio_high_of(vacancies_high, ww_low) as ratio_high,
    from known
)

select
    source_id,
    region_code,
    technical_field,
    quarter,
    groups,
    expected_groups,
    vacancies_low,
    vacancies_high,
    ww_low,
    ww_high,
    if(
        coalesce(isinf(ratio_high), true),
        null,
        (vacancies_low + vacancies_high) / nullif(ww_low + ww_high, 0)
    ) as tension_ratio,
    ratio_low,
    ratio_high,
    class_within(ratio_low, ratio_high) as tension_class,
    case
        when is_unknown and has_secret then 'secret'
        when is_unknown then 'missing'
        else range_sign_of(vacancies_low, vacancies_high, ww_low, ww_high)
    end as sign,
    status,
    release_id,
from bounded
order by quarter, region_code, technical_field;
