-- In which school years are there students, or graduates, of this field here, newest first?
-- Up to a quarter: students are counted on 1 October, graduates over the whole school year.
select distinct
    mbo_supply.school_year,
    format('{}/{}', period.year, period.year + 1) as school_year_label,
    period.label as period_label,
    mbo_supply.status,
from mbo_supply
inner join release on release.release_id = mbo_supply.release_id
inner join period on period.period = mbo_supply.school_year
where
    mbo_supply.counted = $counted
    and release.table_id in ('85353NED', '85356NED')
    and mbo_supply.field_code = $field_code
    and mbo_supply.region_code in (select unnest($region_codes))
    and mbo_supply.persons is not null
    and (mbo_supply.status <> 'sample' or $with_sample)
    and if($counted = 'students', period.starts_on + interval 2 months, period.ends_on)
        <= end_of($until)
order by mbo_supply.school_year desc;
