-- How large is the labour force and how many are unemployed, per series and period up to a quarter?
-- Here, in the COROP areas within, and in the Netherlands.
select
    region.name || if(region.kind = 'corop', ' (COROP)', '') as region_name,
    label_of('series', series) as series_label,
    period.label as period_label,
    labour_force.labour_force,
    employed,
    unemployed,
    unemployment_pct,
    sign,
    status,
    labour_force.region_code,
    series,
    period,
    release_id,
    line,
from labour_force
inner join period using (period)
inner join region
    on region.region_code = labour_force.region_code
    and period.year between valid_from_year and valid_to_year
where
    series in ('new_method', 'old_method', 'labour_market_attachment')
    and ends_on <= end_of($until)
    and (
        labour_force.region_code in (select unnest($region_codes))
        or labour_force.region_code = 'NL01'
        or parent_code in (select unnest($region_codes))
    )
order by
    array_position(['new_method', 'old_method', 'labour_market_attachment'], series),
    starts_on desc, labour_force.region_code = 'NL01', region.name;
