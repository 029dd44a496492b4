-- What one release of a source changed. Needs figure_before and figure_now: rows of known_figure.
-- Binds $source_id, $moment and $known_on.
create or replace temp table compared as
select
    coalesce(figure_now.table_label, figure_before.table_label) as table_label,
    coalesce(figure_now.programme_id, figure_before.programme_id) as programme_id,
    coalesce(figure_now.region_code, figure_before.region_code) as region_code,
    coalesce(figure_now.period, figure_before.period) as period,
    coalesce(figure_now.subject, figure_before.subject) as subject,
    figure_before.figure as old_figure,
    figure_before.sign as old_sign,
    figure_before.text as old_text,
    figure_now.figure as new_figure,
    figure_now.sign as new_sign,
    figure_now.text as new_text,
    coalesce(figure_now.release_id, figure_before.release_id) as release_id,
    figure_before.release_id as release_id_before,
    coalesce(figure_now.status, figure_before.status) as status,
    case
        when figure_before.source_id is null then 'added'
        when figure_now.source_id is null then 'withdrawn'
        when (new_figure, new_sign, new_text) is distinct from (old_figure, old_sign, old_text)
            then 'revised'
    end as kind,
from figure_before
full join figure_now
    on figure_now.identity = figure_before.identity;

insert into period_change by name
select
    $source_id as source_id,
    $moment as moment,
    cast($known_on as date) as known_on,
    table_label,
    period,
    period is not null and bool_or(new_figure is not null) and not bool_or(old_figure is not null)
        as is_new,
    count(*) filter (kind = 'added') as figures_added,
    count(*) filter (kind = 'withdrawn') as figures_withdrawn,
    count(*) filter (kind = 'revised') as figures_revised,
    max(release_id) as release_id,
    max(status) as status,
from compared
group by table_label, period
having count(kind) > 0;

insert into revision by name
select
    $source_id as source_id,
    $moment as moment,
    cast($known_on as date) as known_on,
    *,
from compared
where kind = 'revised' or (kind is not null and programme_id is not null);

drop table compared;

insert into known_class by name
with newest as (
    select max(period) as quarter
    from region_figure
    where measure = 'tension' and status <> 'sample' and $source_id = 'uwv_tension'
)

select
    'uwv_tension' as source_id,
    $moment as moment,
    cast($known_on as date) as known_on,
    region_figure.region_code,
    region_figure.breakdown,
    region_figure.period as quarter,
    region_figure.tension_class,
    region_figure.figure,
    region_figure.figure_low,
    region_figure.figure_high,
    region_figure.release_id,
    region_figure.status,
from region_figure
inner join newest on newest.quarter = region_figure.period
where
    region_figure.measure = 'tension'
    and region_figure.status <> 'sample'
    and region_figure.sign is distinct from 'missing';
