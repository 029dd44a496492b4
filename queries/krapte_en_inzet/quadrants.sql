-- Where did this programme do much or little, and was it tight there?
-- Protected numbers per 100 open vacancies: those of the mean of its quarters. Much is at least what
-- the whole programme did per 100 vacancies, or another threshold. What rounding leaves open on either
-- side has no quadrant.
with rules as (
    select
        delivery.*,
        delivery.count_base // 2 as round_down,
        (delivery.count_base - 1) // 2 as round_up,
    from programme_delivery as delivery
    where
        delivery.programme_id = $programme_id
        and (delivery.status <> 'sample' or $with_sample)
),

effort as (
    select
        cell.programme_id,
        case
            when cell.dimension_1 = '' then 'all'
            when cell.dimension_2 <> '' then 'region_field'
            when cell.dimension_1 = 'region' then 'region'
            else 'field'
        end as grain,
        if(cell.dimension_1 = 'region', cell.category_1, '') as region_code,
        case
            when cell.dimension_1 in ('field', 'to_field') then cell.category_1
            when cell.dimension_2 <> '' then cell.category_2
            else ''
        end as field,
        cell.number,
        if(
            cell.number is null,
            null,
            greatest(cell.number - rules.round_down, rules.small_count)
        ) as number_low,
        cell.number + rules.round_up as number_high,
        cell.granted_eur,
        cell.sign,
        cell.status,
        cell.release_id,
    from programme_cell as cell
    inner join rules using (programme_id)
    where
        cell.subject = $subject
        and cell.period_kind = 'all'
        and (cell.dimension_1, cell.dimension_2) in (
            ('', ''),
            ('region', ''),
            ('field', ''),
            ('to_field', ''),
            ('region', 'field'),
            ('region', 'to_field')
        )
),

beside as (
    select
        effort.*,
        tension.* exclude (programme_id, region_code, status, release_id),
        tension.release_id as second_release_id,
        100.0 * effort.number_low / tension.stock_high as per_100_low,
        100.0 * effort.number_high / tension.stock_low as per_100_high,
        200.0 * effort.number / (tension.stock_low + tension.stock_high) as per_100_vacancies,
    from effort
    left join programme_tension as tension
        on tension.programme_id = effort.programme_id
        and tension.region_code = effort.region_code
        and tension.technical_field = if(effort.field = '', 'all_technical', effort.field)
),

threshold as (
    select
        coalesce(
            cast($much_from as double), max(per_100_vacancies) filter (grain = 'all')
        ) as much_from,
    from beside
),

judged as (
    select
        beside.*,
        threshold.much_from,
        case
            when beside.ratio_low >= $tight_from then true
            when beside.ratio_high < $tight_from then false
        end as is_tight,
        beside.now_ratio_low >= $tight_from as is_tight_now,
        case
            when beside.per_100_low >= threshold.much_from then true
            when beside.per_100_high < threshold.much_from then false
        end as is_much,
    from beside
    cross join threshold
)

select
    programme.name as programme_name,
    place.label as region_label,
    coalesce(named.label, 'alle') as field_label,
    judged.number,
    judged.sign as number_sign,
    judged.granted_eur,
    if(judged.granted_eur is null, 'withheld', null) as granted_eur_sign,
    cast(round((judged.stock_low + judged.stock_high) / 2) as integer) as mean_vacancies,
    if(judged.stock_low is null, 'missing', null) as mean_vacancies_sign,
    judged.per_100_vacancies,
    case
        when judged.number is null then 'withheld'
        when judged.stock_low is null then 'missing'
    end as per_100_vacancies_sign,
    judged.per_100_low,
    judged.per_100_high,
    if(judged.ratio_low = judged.ratio_high, judged.ratio_low, null) as tension_ratio,
    if(judged.ratio_low is null, 'missing', null) as tension_ratio_sign,
    judged.ratio_low,
    judged.ratio_high,
    judged.tension_class,
    class_label_of(judged.tension_class) as class_label,
    judged.now_quarter,
    period_label_of(judged.now_quarter) as now_quarter_label,
    judged.now_ratio_low,
    judged.now_ratio_high,
    judged.now_class,
    class_label_of(judged.now_class) as now_class_label,
    judged.known_quarters,
    judged.quarters,
    judged.first_quarter,
    judged.last_quarter,
    judged.much_from,
    case
        when judged.ratio_low is null then 'no_tension'
        when judged.number is null then 'withheld'
        when judged.much_from is null then 'no_threshold'
        when judged.is_tight is null or judged.is_much is null then 'within_rounding'
        when judged.is_tight and judged.is_much then 'tight_much'
        when judged.is_tight then 'tight_little'
        when judged.is_much then 'loose_much'
        else 'loose_little'
    end as quadrant,
    case
        when judged.is_tight_now and judged.number is null then 'tight_not_shown'
        when judged.is_tight_now and not judged.is_much then 'tight_little'
        when judged.now_ratio_high < $tight_from and judged.is_much then 'loose_much'
    end as spot,
    judged.status,
    if(judged.status = 'sample', 'sample', 'estimated') as quadrant_status,
    judged.programme_id,
    judged.region_code,
    judged.field,
    judged.release_id,
    judged.second_release_id,
from judged
inner join programme using (programme_id)
inner join programme_category as place
    on place.dimension = if(judged.region_code = '', '', 'region')
    and place.category = judged.region_code
left join programme_category as named
    on named.dimension = 'field' and named.category = judged.field
where judged.grain = $grain
order by place.position, place.label, named.position, named.label;
