-- In which class is each occupation in Nederland and in each arbeidsmarktregio?
-- The technical groups, the techniekdomeinen or all groups; one without a figure has a row too.
select
    if(listed.kind = 'field', 'Techniekdomeinen', coalesce(listed.field_label, 'Niet technisch'))
        as field_label,
    listed.label as occupation_label,
    region.name as region_name,
    period.label as quarter_label,
    figure.* exclude (breakdown, region_code, quarter, release_id, line)
        replace (coalesce(figure.status, 'published') as status),
    listed.breakdown as occupation_code,
    region.region_code,
    period.period as quarter,
    figure.release_id,
    figure.line,
from tension_breakdown as listed
inner join region_today as region on region.kind in ('land', 'arbeidsmarktregio')
inner join period on period.period = $quarter
left join tension_figure as figure
    on figure.breakdown = listed.breakdown
    and figure.region_code = region.region_code
    and figure.quarter = $quarter
    and (figure.status <> 'sample' or $with_sample)
where is_selected(listed.kind, $selection)
order by
    coalesce(listed.position, 99), listed.label, region.kind = 'land' desc, region.name;
