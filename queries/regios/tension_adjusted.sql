-- How many vacancies were there per 100 unemployed in the Netherlands, seasonally adjusted?
-- Beside them the one figure of which the source does not say whether it is adjusted.
select
    region.name as region_name,
    adjusted.label as adjusted_label,
    period.period as quarter,
    period.label as quarter_label,
    period.ends_on,
    cbs_tension.vacancies_per_100_unemployed,
    cbs_tension.sign,
    note.label as note,
    cbs_tension.status,
    region.region_code,
    cbs_tension.release_ids[1] as release_id,
    cbs_tension.release_ids[2] as second_release_id,
    array_to_string(cbs_tension.urls, ' ') as url,
from cbs_tension
inner join period on period.period = cbs_tension.quarter
inner join region
    on region.region_code = cbs_tension.region_code
    and period.year between region.valid_from_year and region.valid_to_year
inner join code_label as adjusted
    on adjusted.list = 'seasonally_adjusted' and adjusted.code = cbs_tension.seasonally_adjusted
left join code_label as note on note.list = 'tension_note' and note.code = cbs_tension.note
where cbs_tension.region_code = 'NL01' and cbs_tension.seasonally_adjusted <> 'no'
order by cbs_tension.seasonally_adjusted desc, period.period;
