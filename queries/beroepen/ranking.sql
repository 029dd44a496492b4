-- Which occupations are tightest here, have the most vacancies, or became tighter than before?
-- Before is one or five years earlier, or the previous quarter. Ordered by what is certain: the lowest that
-- tension, vacancies and the change can be. A change is certain where the ranges of both quarters do
-- not touch; otherwise it counts as none. Where ranges touch it lies within the rounding, unless a
-- count is under ten or nobody looks for work: then whether anything changed cannot be known.
with asked as (
    select period.*, before.period as before_period, before.label as before_label,
    from period
    left join period as before
        on before.kind = 'quarter'
        and before.starts_on = period.starts_on - case $basis
            when 'year_before' then interval 1 year
            when 'previous' then interval 3 months
            when 'five_years_before' then interval 5 years
        end
    where period.period = $quarter
),

figure as (
    select *
    from tension_figure
    where
        region_code = $region_code
        and quarter in (select unnest([period, before_period]) from asked)
        and (status <> 'sample' or $with_sample)
),

counted as (
    select
        uwv_group_code as occupation_code,
        low_of(open_vacancies, vacancies_sign) as open_vacancies_low,
        high_of(open_vacancies, vacancies_sign) as open_vacancies_high,
        vacancies_sign as open_vacancies_sign,
        low_of(ww_under_6_months, ww_sign) as ww_under_6_months_low,
        high_of(ww_under_6_months, ww_sign) as ww_under_6_months_high,
        ww_sign as ww_under_6_months_sign,
    from occupation_tension
    where
        quarter = $quarter
        and region_code = $region_code
        and (status <> 'sample' or $with_sample)
    union all by name
    select
        technical_field as occupation_code,
        vacancies_low as open_vacancies_low,
        vacancies_high as open_vacancies_high,
        if(vacancies_low is null, sign, null) as open_vacancies_sign,
        ww_low as ww_under_6_months_low,
        ww_high as ww_under_6_months_high,
        if(ww_low is null, sign, null) as ww_under_6_months_sign,
    from field_tension
    where
        quarter = $quarter
        and region_code = $region_code
        and (status <> 'sample' or $with_sample)
)

select
    listed.label as occupation_label,
    listed.field_label,
    region.name as region_name,
    asked.label as quarter_label,
    asked.before_label,
    current.class_label,
    current.tension_ratio,
    current.tension_low,
    current.tension_high,
    current.sign,
    counted.open_vacancies_low,
    counted.open_vacancies_high,
    counted.open_vacancies_sign,
    counted.ww_under_6_months_low,
    counted.ww_under_6_months_high,
    counted.ww_under_6_months_sign,
    before.class_label as before_class_label,
    before.tension_ratio as before_ratio,
    before.tension_low as before_low,
    before.tension_high as before_high,
    before.sign as before_sign,
    current.tension_ratio - before.tension_ratio as change_ratio,
    case
        when current.tension_low > before.tension_high then 'rising'
        when current.tension_high < before.tension_low then 'falling'
        when current.tension_low is null or before.tension_low is null then 'unknown'
        when 'below_ten' in (current.sign, before.sign)
            or 'not_applicable' in (current.sign, before.sign)
            then 'uncertain'
        else 'same'
    end as direction,
    listed.is_technical,
    current.tension_class,
    coalesce(current.status, 'published') as status,
    before.status as before_status,
    current.release_status,
    listed.breakdown as occupation_code,
    region.region_code,
    asked.period as quarter,
    current.release_id,
    before.release_id as second_release_id,
    current.line,
from asked
cross join tension_breakdown as listed
inner join region_today as region on region.region_code = $region_code
left join figure as current
    on current.breakdown = listed.breakdown and current.quarter = asked.period
left join figure as before
    on before.breakdown = listed.breakdown
    and before.quarter = asked.before_period
    and (before.status = 'sample') = (current.status = 'sample')
left join counted on counted.occupation_code = listed.breakdown
where is_selected(listed.kind, $selection)
order by
    case $order_by
        when 'tension' then current.tension_low
        when 'open_vacancies' then counted.open_vacancies_low
        when 'change' then case direction
            when 'rising' then current.tension_low - before.tension_high
            when 'falling' then current.tension_high - before.tension_low
            when 'same' then 0
            when 'uncertain' then 0
        end
    end desc nulls last,
    counted.open_vacancies_low desc nulls last,
    listed.label;
