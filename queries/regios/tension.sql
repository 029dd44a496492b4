-- How many vacancies were there per 100 unemployed in these regions, as CBS published?
-- Seasonally adjusted and other figures do not compare, so the asker chooses; a figure of which the
-- source does not say it stands alone, without the quarters around it.
with span as (
    select
        min(quarter) as first_quarter,
        max(quarter) as last_quarter,
    from cbs_tension
    where seasonally_adjusted in (select unnest($seasonally_adjusted))
)

select
    region.name as region_name,
    adjusted.label as adjusted_label,
    period.period as quarter,
    period.label as quarter_label,
    period.ends_on,
    cbs_tension.vacancies_per_100_unemployed,
    cbs_tension.sign,
    note.label as note,
    coalesce(cbs_tension.status, 'published') as status,
    region.region_code,
    adjusted.code as seasonally_adjusted,
    cbs_tension.release_ids[1] as release_id,
    cbs_tension.release_ids[2] as second_release_id,
    array_to_string(cbs_tension.urls, ' ') as url,
from span
inner join period
    on period.kind = 'quarter'
    and period.period between span.first_quarter and span.last_quarter
inner join region
    on region.region_code in (select unnest($region_codes))
    and period.year between region.valid_from_year and region.valid_to_year
inner join code_label as adjusted
    on adjusted.list = 'seasonally_adjusted'
    and adjusted.code in (select unnest($seasonally_adjusted))
left join cbs_tension
    on cbs_tension.region_code = region.region_code
    and cbs_tension.quarter = period.period
    and cbs_tension.seasonally_adjusted = adjusted.code
left join code_label as note on note.list = 'tension_note' and note.code = cbs_tension.note
where adjusted.code <> 'unknown' or cbs_tension.quarter is not null
order by
    region.region_code = 'NL01', region.name, adjusted.code = 'unknown', period.period;
