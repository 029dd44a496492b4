-- To which techniekdomein did people go in this programme, and how tight is it in this region?
-- Fictitious numbers stand beside fictitious tension only, and real ones beside real.
with arrived as (
    select *
    from programme_cell
    where
        programme_id = $programme_id
        and subject = 'exit'
        and dimension_1 = 'to_field'
        and dimension_2 = ''
        and period_kind = 'all'
        and (status <> 'sample' or $with_sample)
)

select
    programme.name as programme_name,
    category.label as to_label,
    arrived.number,
    arrived.sign as number_sign,
    region.name as region_name,
    period_label_of($quarter) as period_label,
    if(arrived.category_1 in ('other', 'unknown'), 'n.v.t.', class_label_of(figure.tension_class))
        as class_label,
    figure.figure as tension_ratio,
    figure.figure_low as tension_low,
    figure.figure_high as tension_high,
    coalesce(figure.sign, if(figure.figure_low is null, 'missing', null)) as sign,
    figure.tension_class,
    if('sample' in (arrived.status, figure.status), 'sample', 'estimated') as status,
    arrived.category_1 as to_field,
    arrived.programme_id,
    arrived.release_id,
    figure.release_id as second_release_id,
from arrived
inner join programme using (programme_id)
inner join programme_category as category
    on category.dimension = 'to_field' and category.category = arrived.category_1
inner join region_today as region on region.region_code = $region_code
left join region_figure as figure
    on figure.measure = 'tension'
    and figure.breakdown = arrived.category_1
    and figure.region_code = $region_code
    and figure.period = $quarter
    and (figure.status = 'sample') = (arrived.status = 'sample')
order by category.position, category.label;
