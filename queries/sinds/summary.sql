-- How much changed between two days, in one row? Of programmes, those asked for, or all.
with arrived as (
    select
        count(distinct concat_ws(' | ', source_id, table_label, period)) as periods,
        arg_max(label, starts_on) as newest_period_label,
        max(status) as status,
    from new_period
    inner join period using (period)
    where
        is_since(known_on, $since_day, $until_day)
        and (status <> 'sample' or $with_sample)
),

more as (
    select
        coalesce(sum(figures_added), 0) as figures_added,
        max(status) as status,
    from period_change
    semi join period using (period)
    where
        not is_new
        and is_since(known_on, $since_day, $until_day)
        and (status <> 'sample' or $with_sample)
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
        is_since(known_on, $since_day, $until_day)
        and (status <> 'sample' or $with_sample)
),

delivered as (
    select
        count(*) as programmes_delivered,
        max(programme_delivery.status) as status,
    from programme_delivery
    inner join release using (release_id)
    where
        is_since(retrieved_on, $since_day, $until_day)
        and (programme_delivery.status <> 'sample' or $with_sample)
),

crossed as (
    select
        count(*) as compared,
        count(*) filter (then_position is null or position is null) as uncertain,
        count(*) filter (position > then_position) as tighter,
        count(*) filter (position < then_position) as looser,
        max(then_quarter) as quarter_then,
        max(quarter) as quarter_now,
        max(status) as status,
    from classes_between($since_day, $until_day, $with_sample)
    where moment_now > moment_then
)

select
    cast($since_day as date) as since_on,
    cast($until_day as date) as until_on,
    periods,
    newest_period_label,
    figures_added,
    figures_revised,
    programmes_changed,
    has_first_release,
    programmes_delivered,
    compared,
    uncertain,
    tighter,
    looser,
    period_label_of(quarter_then) as quarter_then_label,
    period_label_of(quarter_now) as quarter_now_label,
    if(
        'sample' in (arrived.status, more.status, changed.status, delivered.status, crossed.status),
        'sample',
        'published'
    ) as status,
from arrived
cross join more
cross join changed
cross join delivered
cross join crossed;
