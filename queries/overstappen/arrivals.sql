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
),

figure as (
    select *
    from region_figure
    where
        measure = 'tension'
        and region_code = $region_code
        and period = $quarter
        and (status <> 'sample' or $with_sample)
)

select
    programme.name as programme_name,
    category.label as to_label,
    arrived.number,
    arrived.sign as number_sign,
    region.name as region_name,
    period.label as period_label,
    coalesce(
        class.label, if(arrived.category_1 in ('other', 'unknown'), 'n.v.t.', null)
    ) as class_label,
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
inner join region on region.region_code = $region_code and region.valid_to_year = 9999
left join period on period.period = $quarter
left join figure
    on figure.breakdown = arrived.category_1
    and (figure.status = 'sample') = (arrived.status = 'sample')
left join tension_class as class
    on class.tension_class = figure.tension_class
order by category.position, category.label;
