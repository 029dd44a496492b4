-- How much changed between two days, in one row? Of programmes, those asked for, or all.
with arrived as (
    select
        count(distinct concat_ws(' | ', source_id, table_label, period)) filter (is_new)
            as periods,
        arg_max(label, starts_on) filter (is_new) as newest_period_label,
        coalesce(sum(figures_added) filter (not is_new), 0) as figures_added,
        max(period_change.status) as status,
    from period_change
    inner join period using (period)
    where
        known_on > cast($since_day as date)
        and known_on <= cast($until_day as date)
        and (period_change.status <> 'sample' or $with_sample)
),

changed as (
    select
        count(*) filter (kind = 'revised' and programme_id is null) as figures_revised,
        count(distinct programme_id) filter (is_asked) as programmes_changed,
        coalesce(bool_or(moment = 0) filter (is_asked), false) as has_first_release,
        max(status) as status,
    from (
        select
            *,
            programme_id is not null
            and (
                cast($programme_ids as text[]) is null
                or programme_id in (select unnest(cast($programme_ids as text[])))
            ) as is_asked,
        from revision
    ) as revision
    where
        known_on > cast($since_day as date)
        and known_on <= cast($until_day as date)
        and (status <> 'sample' or $with_sample)
),

delivered as (
    select
        count(*) as programmes_delivered,
        max(programme_delivery.status) as status,
    from programme_delivery
    inner join release on release.release_id = programme_delivery.release_id
    where
        release.retrieved_on > cast($since_day as date)
        and release.retrieved_on <= cast($until_day as date)
        and (programme_delivery.status <> 'sample' or $with_sample)
),

crossed as (
    select
        count(*) as compared,
        count(*) filter (scale_then.position is null or scale_now.position is null) as uncertain,
        count(*) filter (scale_now.position > scale_then.position) as tighter,
        count(*) filter (scale_now.position < scale_then.position) as looser,
        max(class_then.quarter) as quarter_then,
        max(class_now.quarter) as quarter_now,
        max(class_now.status) as status,
    from tension_moments($since_day, $until_day) as moment
    inner join known_class as class_then on class_then.moment = moment.moment_then
    inner join known_class as class_now
        on class_now.moment = moment.moment_now
        and class_now.region_code = class_then.region_code
        and class_now.breakdown = class_then.breakdown
    inner join tension_breakdown as technical
        on technical.breakdown = class_now.breakdown and technical.is_technical
    left join tension_class as scale_then
        on scale_then.tension_class = class_then.tension_class
    left join tension_class as scale_now
        on scale_now.tension_class = class_now.tension_class
    where
        moment.moment_now > moment.moment_then
        and (class_now.status <> 'sample' or $with_sample)
)

select
    cast($since_day as date) as since_on,
    cast($until_day as date) as until_on,
    arrived.periods,
    arrived.newest_period_label,
    arrived.figures_added,
    changed.figures_revised,
    changed.programmes_changed,
    changed.has_first_release,
    delivered.programmes_delivered,
    crossed.compared,
    crossed.uncertain,
    crossed.tighter,
    crossed.looser,
    period_label_of(crossed.quarter_then) as quarter_then_label,
    period_label_of(crossed.quarter_now) as quarter_now_label,
    if(
        'sample' in (arrived.status, changed.status, delivered.status, crossed.status),
        'sample',
        'published'
    ) as status,
from arrived
cross join changed
cross join delivered
cross join crossed;
