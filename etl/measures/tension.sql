-- Tension of UWV per group, and of the techniekdomeinen as the quotient of sums.
select
    'tension' as measure,
    uwv_group_code as breakdown,
    region_code,
    quarter as period,
    coalesce(
        cast(tension_ratio as double),
        if(
            coalesce(isinf(ratio_high), true),
            null,
            (vacancies_low + vacancies_high) / nullif(ww_low + ww_high, 0)
        )
    ) as figure,
    coalesce(tension_ratio - 0.5 * power(10.0, -ratio_decimals), ratio_low) as figure_low,
    coalesce(tension_ratio + 0.5 * power(10.0, -ratio_decimals), ratio_high) as figure_high,
    coalesce(tension_class, class_within(figure_low, figure_high)) as tension_class,
    case
        when tension_ratio is not null then null
        when vacancies_high is null or ww_high is null
            then coalesce(nullif(ratio_sign, 'missing'), ww_sign, vacancies_sign, 'missing')
        else range_sign_of(vacancies_low, vacancies_high, ww_low, ww_high)
    end as sign,
    if(status = 'published' and tension_ratio is null and ratio_low is not null, 'estimated', status)
        as status,
    release_status,
    release_id,
    line,
from (
    select
        *,
        low_of(open_vacancies, vacancies_sign) as vacancies_low,
        high_of(open_vacancies, vacancies_sign) as vacancies_high,
        low_of(ww_under_6_months, ww_sign) as ww_low,
        high_of(ww_under_6_months, ww_sign) as ww_high,
        ratio_low_of(vacancies_low, ww_high) as ratio_low,
        ratio_high_of(vacancies_high, ww_low) as ratio_high,
    from occupation_tension
) as bounded
union all by name
select
    'tension' as measure,
    technical_field as breakdown,
    region_code,
    quarter as period,
    tension_ratio as figure,
    ratio_low as figure_low,
    ratio_high as figure_high,
    tension_class,
    sign,
    status,
    release_id,
from field_tension
