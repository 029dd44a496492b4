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
        if(cell.number is null, null, greatest(cell.number - round_down, small_count))
            as number_low,
        cell.number + round_up as number_high,
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
        100.0 * number_low / stock_high as per_100_low,
        100.0 * number_high / stock_low as per_100_high,
        200.0 * number / (stock_low + stock_high) as per_100_vacancies,
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
        much_from,
        case when ratio_low >= $tight_from then true when ratio_high < $tight_from then false end
            as is_tight,
        now_ratio_low >= $tight_from as is_tight_now,
        case when per_100_low >= much_from then true when per_100_high < much_from then false end
            as is_much,
    from beside
    cross join threshold
)

select
    programme_name_of(programme_id) as programme_name,
    place.label as region_label,
    coalesce(named.label, 'alle') as field_label,
    number,
    sign as number_sign,
    granted_eur,
    if(granted_eur is null, 'withheld', null) as granted_eur_sign,
    cast(round((stock_low + stock_high) / 2) as integer) as mean_vacancies,
    if(stock_low is null, 'missing', null) as mean_vacancies_sign,
    per_100_vacancies,
    case
        when number is null then 'withheld'
        when stock_low is null then 'missing'
    end as per_100_vacancies_sign,
    per_100_low,
    per_100_high,
    if(ratio_low = ratio_high, ratio_low, null) as tension_ratio,
    if(ratio_low is null, 'missing', null) as tension_ratio_sign,
    ratio_low,
    ratio_high,
    tension_class,
    class_label_of(tension_class) as class_label,
    now_quarter,
    period_label_of(now_quarter) as now_quarter_label,
    now_ratio_low,
    now_ratio_high,
    now_class,
    class_label_of(now_class) as now_class_label,
    known_quarters,
    quarters,
    first_quarter,
    last_quarter,
    much_from,
    $much_from is null as is_own_mean,
    case
        when ratio_low is null then 'no_tension'
        when number is null then 'withheld'
        when much_from is null then 'no_threshold'
        when is_tight is null or is_much is null then 'within_rounding'
        when is_tight and is_much then 'tight_much'
        when is_tight then 'tight_little'
        when is_much then 'loose_much'
        else 'loose_little'
    end as quadrant,
    case
        when is_tight_now and number is null then 'tight_not_shown'
        when is_tight_now and not is_much then 'tight_little'
        when now_ratio_high < $tight_from and is_much then 'loose_much'
    end as spot,
    status,
    if(status = 'sample', 'sample', 'estimated') as quadrant_status,
    programme_id,
    region_code,
    field,
    release_id,
    second_release_id,
from judged
inner join programme_category as place
    on place.dimension = if(region_code = '', '', 'region')
    and place.category = region_code
left join programme_category as named
    on named.dimension = 'field' and named.category = field
where grain = $grain
order by place.position, place.label, named.position, named.label;
