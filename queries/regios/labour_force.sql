-- How large is the labour force and how many are unemployed, per series and period up to a quarter?
-- Here, in the COROP areas within, and in the Netherlands.
select
    region.name || if(region.kind = 'corop', ' (COROP)', '') as region_name,
    label_of('series', labour_force.series) as series_label,
    period.label as period_label,
    labour_force.labour_force,
    labour_force.employed,
    labour_force.unemployed,
    labour_force.unemployment_pct,
    labour_force.sign,
    labour_force.status,
    labour_force.region_code,
    labour_force.series,
    labour_force.period,
    labour_force.release_id,
    labour_force.line,
from labour_force
inner join period on period.period = labour_force.period
inner join region
    on region.region_code = labour_force.region_code
    and period.year between region.valid_from_year and region.valid_to_year
where
    period.ends_on <= end_of($until)
    and (
        labour_force.region_code in (select unnest($region_codes))
        or labour_force.region_code = 'NL01'
        or region.parent_code in (select unnest($region_codes))
    )
order by
    array_position(
        ['new_method', 'old_method', 'labour_market_attachment'], labour_force.series
    ),
    period.starts_on, labour_force.region_code = 'NL01', region.name;
