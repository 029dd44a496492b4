-- To which techniekdomein did people go in this programme, and how tight is it in this region?
-- Fictitious numbers stand beside fictitious tension only, and real ones beside real.
select
    arrived.programme_name,
    arrived.category_1_label as to_label,
    arrived.number,
    arrived.sign as number_sign,
    region.name as region_name,
    period_label_of($quarter) as period_label,
    if(arrived.category_1 in ('other', 'unknown'), 'n.v.t.', figure.class_label) as class_label,
    figure.tension_ratio,
    figure.tension_low,
    figure.tension_high,
    coalesce(figure.sign, if(figure.tension_low is null, 'missing', null)) as sign,
    figure.tension_class,
    if('sample' in (arrived.status, figure.status), 'sample', 'estimated') as status,
    arrived.category_1 as to_field,
    arrived.programme_id,
    arrived.release_id,
    figure.release_id as second_release_id,
from named_cell as arrived
inner join region_today as region on region.region_code = $region_code
left join tension_figure as figure
    on figure.breakdown = arrived.category_1
    and figure.region_code = $region_code
    and figure.quarter = $quarter
    and (figure.status = 'sample') = (arrived.status = 'sample')
where
    arrived.programme_id = $programme_id
    and arrived.subject = 'exit'
    and arrived.dimension_1 = 'to_field'
    and arrived.dimension_2 = ''
    and arrived.period_kind = 'all'
    and (arrived.status <> 'sample' or $with_sample)
order by arrived.position_1, to_label;
