-- How many vacancies were there per 100 unemployed, here and in the Netherlands, as CBS published?
-- Only figures that are not seasonally adjusted compare with a province.
with span as (
    select
        min(quarter) as first_quarter,
        max(quarter) as last_quarter,
    from cbs_tension
    where seasonally_adjusted = 'no'
)

select
    region.name as region_name,
    period.period as quarter,
    period.label as quarter_label,
    period.ends_on,
    cbs_tension.vacancies_per_100_unemployed,
    cbs_tension.sign,
    note.label as note,
    coalesce(cbs_tension.status, 'published') as status,
    region.region_code,
    cbs_tension.release_ids[1] as release_id,
    cbs_tension.release_ids[2] as second_release_id,
    array_to_string(cbs_tension.urls, ' ') as url,
from span
inner join period
    on period.kind = 'quarter'
    and period.period between span.first_quarter and span.last_quarter
inner join region
    on (region.region_code in (select unnest($region_codes)) or region.region_code = 'NL01')
    and period.year between region.valid_from_year and region.valid_to_year
left join cbs_tension
    on cbs_tension.region_code = region.region_code
    and cbs_tension.quarter = period.period
    and cbs_tension.seasonally_adjusted = 'no'
left join code_label as note on note.list = 'tension_note' and note.code = cbs_tension.note
order by region.region_code = 'NL01', region.name, period.period;
