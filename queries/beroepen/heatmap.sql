-- In which class is each occupation in Nederland and in each arbeidsmarktregio?
-- The technical groups, the techniekdomeinen or all groups; one without a figure has a row too.
with listed as (
    select
        uwv_group.uwv_group_code as occupation_code,
        uwv_group.label as occupation_label,
        coalesce(technical_field.label, 'Niet technisch') as field_label,
        coalesce(technical_field.position, 99) as position,
    from uwv_group_field
    inner join uwv_group using (uwv_group_code)
    left join technical_field using (technical_field)
    where $selection = 'all' or ($selection = 'all_technical' and uwv_group_field.is_technical)
    union all by name
    select
        technical_field as occupation_code,
        label as occupation_label,
        'Techniekdomeinen' as field_label,
        position,
    from technical_field
    where $selection = 'fields'
),

figure as (
    select *
    from region_figure
    where
        measure = 'tension'
        and period = $quarter
        and (status <> 'sample' or $with_sample)
)

select
    listed.field_label,
    listed.occupation_label,
    region.name as region_name,
    period.label as quarter_label,
    class.label as class_label,
    figure.figure as tension_ratio,
    figure.figure_low as tension_low,
    figure.figure_high as tension_high,
    figure.sign,
    figure.tension_class,
    coalesce(figure.status, 'published') as status,
    figure.release_status,
    listed.occupation_code,
    region.region_code,
    period.period as quarter,
    figure.release_id,
    figure.line,
from listed
cross join region
cross join period
left join figure
    on figure.breakdown = listed.occupation_code and figure.region_code = region.region_code
left join tension_class as class
    on class.tension_class = figure.tension_class
where
    region.kind in ('land', 'arbeidsmarktregio')
    and region.valid_to_year = 9999
    and period.period = $quarter
order by
    listed.position, listed.occupation_label, region.kind = 'land' desc, region.name;
