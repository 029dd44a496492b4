-- How did tension and vacancies change while this programme ran, per techniekdomein in all its regions?
select
    programme_name_of(programme_id) as programme_name,
    field_label_of(technical_field) as field_label,
    period_label_of(first_quarter) as start_label,
    start_vacancies_low,
    start_vacancies_high,
    start_ratio_low,
    start_ratio_high,
    start_class,
    class_label_of(start_class) as start_class_label,
    period_label_of(last_quarter) as end_label,
    end_vacancies_low,
    end_vacancies_high,
    end_ratio_low,
    end_ratio_high,
    end_class,
    class_label_of(end_class) as end_class_label,
    case
        when start_ratio_low is null or end_ratio_low is null then 'missing'
        when end_ratio_low > start_ratio_high then 'up'
        when end_ratio_high < start_ratio_low then 'down'
        when
            (start_ratio_low, start_ratio_high, end_ratio_low)
            = (end_ratio_low, end_ratio_high, end_ratio_high)
            then 'same'
        else 'unsure'
    end as direction,
    right(first_quarter, 1) <> right(last_quarter, 1) as is_other_season,
    quarters,
    known_quarters,
    now_quarter,
    period_label_of(now_quarter) as now_quarter_label,
    now_ratio_low,
    now_ratio_high,
    now_class,
    class_label_of(now_class) as now_class_label,
    status,
    programme_id,
    technical_field,
    release_id,
from programme_tension
left join technical_field as field using (technical_field)
where
    programme_id = $programme_id
    and region_code = ''
    and (status <> 'sample' or $with_sample)
order by technical_field = 'all_technical', position;
