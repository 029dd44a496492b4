-- In which school years are there students, or graduates, of this field here, newest first?
-- Up to a quarter: students are counted on 1 October, graduates over the whole school year.
select distinct
    school_year,
    format('{}/{}', period.year, period.year + 1) as school_year_label,
    period.label as period_label,
    status,
from mbo_supply_cbs
inner join period on period.period = school_year
where
    counted = $counted
    and field_code = $field_code
    and region_code in (select unnest($region_codes))
    and persons is not null
    and (status <> 'sample' or $with_sample)
    and counted_on <= end_of($until)
order by school_year desc;
