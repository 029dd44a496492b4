-- What did each programme aim at and reach, and how much is that per 100 open vacancies?
-- One row per programme, first those of these regions, then what most is known of. The indicator is the
-- one of which most was published; where sources differ there is a lowest and a highest. Nothing is added
-- up. Vacancies are the mean of the quarters from its start to its result, if half of these have one.
with near as (
    select
        programme_id,
        bool_or(
            region_code = 'NL01'
            or 'NL01' in (select unnest($region_codes))
            or region_code in (select unnest($region_codes))
            or lies_in(region_code, $province_codes)
        ) as is_near,
    from programme_region
    group by programme_id
),

aim as (
    select
        programme_id,
        indicator,
        unit,
        if(relation in ('phase', 'capacity'), relation, '') as relation,
        count(distinct target) as targets,
        min(target) as target_low,
        arg_min("precision", target) as target_low_precision,
        max(target) as target_high,
        arg_max("precision", target) as target_high_precision,
        string_agg(distinct publisher_of(source_id), ', ') as aim_names,
        min(line) as aim_line,
    from programme_target
    where target_group = 'all' and (status <> 'sample' or $with_sample)
    group by all
),

reported as (
    select
        programme_id,
        indicator,
        unit,
        value,
        "precision",
        as_of_text,
        as_of_precision,
        as_of_last,
        publisher_of(source_id) as publisher,
        status,
        line,
    from programme_result
    where
        value is not null
        and "precision" <> 'claimed'
        and unit <> 'percent'
        and breakdown = 'total'
        and category = 'all'
        and (status <> 'sample' or $with_sample)
    union all by name
    select distinct
        programme_id,
        indicator,
        unit,
        number as value,
        'approximate' as "precision",
        cast(as_of_on as text) as as_of_text,
        'day' as as_of_precision,
        as_of_on as as_of_last,
        publisher_of(target_source_id) as publisher,
        realisation_status as status,
        0 as line,
    from programme_counted
    where
        number is not null
        and target_group = 'all'
        and (realisation_status <> 'sample' or $with_sample)
),

newest as (
    select *
    from reported
    qualify
        as_of_last is not distinct from max(as_of_last) over (
            partition by programme_id, indicator, unit
        )
),

outcome as (
    select
        programme_id,
        indicator,
        unit,
        min(value) as result_low,
        arg_min("precision", value) as result_low_precision,
        max(value) as result_high,
        arg_max("precision", value) as result_high_precision,
        any_value(as_of_text) as as_of_text,
        any_value(as_of_precision) as as_of_precision,
        max(as_of_last) as as_of_last,
        string_agg(distinct publisher, ', ') as outcome_names,
        max(status) filter (status <> 'published') as outcome_status,
        min(line) as outcome_line,
    from newest
    group by programme_id, indicator, unit
),

main as (
    select
        aim.* exclude (relation),
        coalesce(aim.relation, '') as relation,
        outcome.* exclude (programme_id, indicator, unit),
    from aim
    full join outcome using (programme_id, indicator, unit)
    qualify
        row_number() over (
            partition by programme_id
            order by
                if(aim.relation = '' and result_low is not null, 0, 1),
                if(aim.relation = 'capacity' and result_low is not null, 0, 1),
                aim.relation nulls last,
                array_position(['placements', 'vouchers', 'trajectories', 'participants'], indicator)
                    nulls last,
                coalesce(aim_line, outcome_line)
        ) = 1
),

beside as (
    select newest.*,
    from newest
    inner join main using (programme_id)
    where main.result_low is null
    qualify
        row_number() over (
            partition by newest.programme_id order by newest.as_of_last desc nulls last, newest.line
        ) = 1
),

claim as (
    select
        programme_id,
        arg_max(note, as_of_last) as claim,
        arg_max(publisher_of(source_id), as_of_last) as claim_publisher,
    from programme_result
    where "precision" = 'claimed' and (status <> 'sample' or $with_sample)
    group by programme_id
),

-- What is known to have gone elsewhere counts at the highest end alone.
away as (
    select programme_id, indicator, as_of_text, cast(sum(value) as integer) as elsewhere,
    from programme_result
    where breakdown = 'destination' and (status <> 'sample' or $with_sample)
    group by all
),

money as (
    select programme_id, count(*) as amounts,
    from programme_budget
    where stage <> 'rule' and (status <> 'sample' or $with_sample)
    group by programme_id
),

stock as (
    select
        programme_id,
        count(distinct region_code) as provinces,
        any_value(region_code) as region_code,
        any_value(sector_code) as sector_code,
        count(*) as quarters,
        count(open_vacancies) filter (quarter <= $until) as known_quarters,
        if(
            2 * known_quarters >= quarters,
            avg(open_vacancies) filter (quarter <= $until),
            null
        ) as mean_vacancies,
        max(programme_vacancies.release_id) as release_id,
    from programme_vacancies
    inner join programme using (programme_id)
    inner join main using (programme_id)
    where
        programme.starts_on_precision in ('day', 'month')
        and starts_on between date_trunc('quarter', programme.starts_on_first)
        and least(main.as_of_last, programme.ends_on_last)
    group by programme_id
),

counted as (
    select
        programme_id,
        case
            when programme.status = 'sample' then 'sample'
            when main.result_low is null then 'no_result'
            when main.indicator not in ('placements', 'vouchers', 'trajectories', 'participants')
                then 'other_unit'
            when main.as_of_last is null then 'undated'
            when main.as_of_precision = 'year' then 'only_year'
            when coalesce(programme.starts_on_precision, '') not in ('day', 'month') then 'no_start'
            when provinces > 1 then 'provinces'
            when mean_vacancies is null or mean_vacancies <= 50 then 'no_vacancies'
        end as per_100_reason,
        if(per_100_reason is null, cast(round(mean_vacancies, -2) as integer), null)
            as mean_open_vacancies,
        if(per_100_reason is null, elsewhere, null) as elsewhere,
        if(
            per_100_reason is null,
            100.0 * (main.result_low - coalesce(elsewhere, 0)) / (mean_vacancies + 50),
            null
        ) as per_100_low,
        if(per_100_reason is null, 100.0 * main.result_high / (mean_vacancies - 50), null)
            as per_100_high,
    from programme
    left join main using (programme_id)
    left join stock using (programme_id)
    left join away
        on away.programme_id = main.programme_id
        and away.indicator = main.indicator
        and away.as_of_text = main.as_of_text
)

select
    programme.name as programme_name,
    region_names_of(programme_id) as region_names,
    coalesce(is_near, false) as is_near,
    label_of('scope', scope) as scope_label,
    starts_on_text,
    starts_on_precision,
    ends_on_text,
    ends_on_precision,
    state,
    label_of('state', state) as state_label,
    label_of('indicator', main.indicator) as indicator_label,
    label_of('indicator_one', main.indicator) as indicator_one_label,
    nullif(main.relation, '') as relation,
    targets,
    target_low,
    target_low_precision,
    target_high,
    target_high_precision,
    result_low,
    result_low_precision,
    result_high,
    result_high_precision,
    main.as_of_text,
    main.as_of_precision,
    if(
        result_low is null,
        null,
        result_kind_of(
            main.as_of_last, main.as_of_precision, ends_on_first, ends_on_precision
        )
    ) as result_kind,
    if(share.low_precision is null, null, cast(round(100.0 * result_low / target_high) as integer))
        as realisation_low_pct,
    share.low_precision as realisation_low_precision,
    if(share.high_precision is null, null, cast(round(100.0 * result_high / target_low) as integer))
        as realisation_high_pct,
    share.high_precision as realisation_high_precision,
    label_of('indicator', beside.indicator) as beside_label,
    beside.value as beside,
    beside."precision" as beside_precision,
    claim,
    claim_publisher,
    label_of('indicator', if(per_100_reason is null, main.indicator, null)) as per_100_label,
    per_100_reason,
    per_100_low,
    per_100_high,
    counted.elsewhere,
    mean_open_vacancies,
    region_name_of(stock.region_code) as stock_region_name,
    sector.short_label as sector_label,
    array_to_string(
        list_distinct(
            list_filter([aim_names, outcome_names, beside.publisher], lambda name: name is not null)
        ),
        ', '
    ) as source_names,
    if(realisation_low_pct is null, 0, 1)
        + if(result_low is null, 0, 1)
        + if(target_low is null, 0, 1)
        + if(amounts is null, 0, 1)
        + if(
            starts_on_precision in ('day', 'month') and ends_on_precision in ('day', 'month'), 1, 0
        ) as known,
    case
        when 'sample' in (programme.status, outcome_status) then 'sample'
        when result_low is null then programme.status
        else 'estimated'
    end as realisation_status,
    programme.status,
    programme_id,
    programme.release_id,
    stock.release_id as second_release_id,
    programme.line,
from programme
left join near using (programme_id)
left join main using (programme_id)
left join beside using (programme_id)
left join claim using (programme_id)
left join money using (programme_id)
left join stock using (programme_id)
left join counted using (programme_id)
left join sector on sector.sector_code = stock.sector_code
left join lateral (
    select
        share_precision_of(result_low_precision, target_high_precision) as low_precision,
        share_precision_of(result_high_precision, target_low_precision) as high_precision,
    where main.relation = ''
) as share on true
where programme.status <> 'sample' or $with_sample
order by
    programme.status = 'sample',
    not coalesce(is_near, false),
    known desc,
    realisation_low_pct is null,
    programme.name;
