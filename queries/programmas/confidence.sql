-- How confident were firms in the provinces of a programme, in each quarter of 2020 and 2021 in which it
-- ran? One row per province and quarter, also where none was taken over; none beside a fictitious one.
select
    region_name_of(here.region_code) as region_name,
    quarter.label as quarter_label,
    confidence_balance,
    if(confidence_balance is null, 'missing', null) as sign,
    quarter.period as quarter,
    here.region_code,
    coalesce(confidence.status, 'published') as status,
    coalesce(
        confidence.release_id,
        (select max(business_confidence.release_id) from business_confidence)
    ) as release_id,
    confidence.line,
from programme
inner join (
    select distinct programme_id, region_code
    from programme_province
) as here using (programme_id)
inner join period as quarter
    on quarter.kind = 'quarter'
    and quarter.year in (2020, 2021)
    and quarter.ends_on >= programme.starts_on_first
    and quarter.starts_on <= coalesce(programme.ends_on_last, quarter.starts_on)
left join business_confidence as confidence
    on confidence.region_code = here.region_code and confidence.quarter = quarter.period
where programme.programme_id = $programme_id and programme.status <> 'sample'
order by region_name, quarter.period;
