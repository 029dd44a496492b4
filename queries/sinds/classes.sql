-- Where did the tension of technical occupations pass the edge of a class, between two days?
-- The newest quarter known on the first day beside the newest known on the last; where the bounds
-- of a figure leave more than one class, nothing is said.
select
    region.name as region_name,
    occupation_label,
    period_label_of(then_quarter) as quarter_then_label,
    class_label_of(then_class) as class_then_label,
    period_label_of(quarter) as quarter_now_label,
    class_label_of(tension_class) as class_now_label,
    if(known.position > then_position, 'krapper', 'ruimer') as direction_label,
    then_figure as figure_then,
    figure as figure_now,
    if('sample' in (then_status, status), 'sample', 'estimated') as status,
    then_status,
    status as now_status,
    known_on,
    region_code,
    breakdown,
    release_id,
    then_release_id as second_release_id,
from classes_between($since_day, $until_day, $with_sample) as known
inner join region_today as region using (region_code)
where known.position <> then_position
order by
    region_code = 'NL01' desc,
    region.name,
    breakdown_kind <> 'set',
    breakdown_kind <> 'field',
    occupation_label;
