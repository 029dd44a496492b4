-- Which part of the firms does a shortage of staff hinder here and in the whole country, newest first?
-- Each figure as its page says it: of other quarters and pages, so no series.
select
    period.label as period_label,
    region_name_of(region_code) as region_text,
    label_of('staff_question', question)
    || if(sector = 'alle sectoren', '', ', ' || sector) as indicator_label,
    staff_shortage_pct as quoted_number,
    cast(null as text) as class_label,
    "precision",
    '%' as unit_label,
    remark,
    url,
    staff_shortage.status,
    quarter as period_code,
    [region_code] as region_codes,
    release_id,
    line,
from staff_shortage
inner join period on period.period = quarter
where
    region_code in (
        select unnest($region_codes)
        union all
        select 'NL01'
        union all
        select corop_code from region_link where provincie_code in (select unnest($region_codes))
    )
    and ends_on <= end_of($until)
order by region_code = 'NL01', ends_on desc, region_text, indicator_label;
