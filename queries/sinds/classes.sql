-- Where did the tension of technical occupations pass the edge of a class, between two days?
-- The newest quarter known on the first day beside the newest known on the last; where the bounds
-- of a figure leave more than one class, nothing is said.
select
    region.name as region_name,
    occupation.label as occupation_label,
    quarter_then.label as quarter_then_label,
    scale_then.label as class_then_label,
    quarter_now.label as quarter_now_label,
    scale_now.label as class_now_label,
    if(scale_now.position > scale_then.position, 'krapper', 'ruimer') as direction_label,
    class_then.figure as figure_then,
    class_now.figure as figure_now,
    if('sample' in (class_then.status, class_now.status), 'sample', 'estimated') as status,
    class_then.status as then_status,
    class_now.status as now_status,
    class_now.known_on,
    class_now.region_code,
    class_now.breakdown,
    class_now.release_id,
    class_then.release_id as second_release_id,
from tension_moments($since_day, $until_day) as moment
inner join known_class as class_then on class_then.moment = moment.moment_then
inner join known_class as class_now
    on class_now.moment = moment.moment_now
    and class_now.region_code = class_then.region_code
    and class_now.breakdown = class_then.breakdown
inner join tension_breakdown as occupation
    on occupation.breakdown = class_now.breakdown and occupation.is_technical
inner join tension_class as scale_then on scale_then.tension_class = class_then.tension_class
inner join tension_class as scale_now on scale_now.tension_class = class_now.tension_class
inner join period as quarter_then on quarter_then.period = class_then.quarter
inner join period as quarter_now on quarter_now.period = class_now.quarter
inner join region_today as region on region.region_code = class_now.region_code
where
    scale_then.position <> scale_now.position
    and (class_now.status <> 'sample' or $with_sample)
order by
    region.region_code = 'NL01' desc,
    region.name,
    array_position(['all', 'field', 'technical_group'], occupation.kind),
    occupation.label;
