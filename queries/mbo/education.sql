-- What education do those have who work in Nederland in these major groups of ISCO, newest year first?
-- Persons of 20 to 64 years, measured by survey: not what vacancies ask for. A share is of all whose
-- education is known. Since 2021 another survey, in which vocational and general education are apart:
-- years before do not compare.
with counted as (
    select employed_education.*
    from employed_education
    inner join period using (period)
    where
        source_id = 'eurostat_education'
        and isco_group in (select unnest($isco_groups))
        and age = 'Y20-64'
        and sex = 'T'
        and ends_on <= end_of($until)
),

measured as (
    select
        isco_group,
        period,
        max(employed) filter (education = 'TOTAL') as employed,
        max(employed) filter (education = 'TOTAL')
            - coalesce(max(employed) filter (education = 'NRP'), 0) as known,
        max(employed) filter (education = 'ED0-2') as low,
        max(employed) filter (education = 'ED3_4') as middle,
        max(employed) filter (education = 'ED3_4VOC') as vocational,
        max(employed) filter (education = 'ED5-8') as high,
        max(note) filter (education = 'TOTAL') as note,
        if(bool_or(status = 'sample'), 'sample', 'published') as status,
        max(release_id) as release_id,
        min(line) as line,
    from counted
    group by all
)

select
    coalesce(isco.label, 'Alle beroepen') as isco_group_label,
    period.label as period_label,
    'Nederland' as region_name,
    employed,
    vocational,
    100 * low / known as low_education_pct,
    100 * vocational / known as vocational_pct,
    100 * (middle - vocational) / known as general_pct,
    100 * middle / known as middle_education_pct,
    100 * high / known as high_education_pct,
    concat_ws(
        '; ', label_of('education_note', note), if(period.year < 2021, 'oude enquête', null)
    ) as note_label,
    measured.status,
    isco_group,
    measured.period,
    release_id,
    line,
from measured
inner join period on period.period = measured.period
left join isco on isco.isco_code = substr(isco_group, 3) and isco.level = 1
where known > 0
order by measured.period desc, isco_group;
