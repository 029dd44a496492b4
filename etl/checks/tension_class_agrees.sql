-- Ratio en klasse van de spanningsindicator passen bij vacatures gedeeld door kortdurende WW.
-- A ratio is off by half of its last decimal; at the edge of a class the rounded ratio may decide.
with edge as (
    select
        tension_class,
        from_ratio,
        lead(from_ratio, 1, 1e9) over (order by position) as below_ratio,
    from tension_class
),

tension as (
    select
        region_code,
        uwv_group_code,
        quarter,
        open_vacancies,
        ww_under_6_months,
        tension_ratio,
        tension_class,
        open_vacancies / nullif(ww_under_6_months, 0) as quotient,
        coalesce(cast(tension_ratio as double), quotient) as ratio,
        if(tension_ratio is null, 0, 0.5 * power(10.0, -ratio_decimals) + 1e-9) as margin,
    from occupation_tension
)

select
    tension.* exclude (quotient, ratio, margin),
from tension
left join edge using (tension_class)
where
    abs(quotient - ratio) > margin
    or (ww_under_6_months = 0 and tension_ratio is not null)
    or (ww_under_6_months = 0 and open_vacancies > 0 and tension_class <> tightest_class())
    or (
        (ratio + margin < edge.from_ratio or ratio - margin >= edge.below_ratio)
        and not coalesce(quotient >= edge.from_ratio and quotient < edge.below_ratio, false)
    );
