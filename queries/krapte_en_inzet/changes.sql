-- How did tension and vacancies change while this programme ran, per techniekdomein in all its regions?
select
    programme.name as programme_name,
    coalesce(field.label, 'Alle technische beroepen') as field_label,
    period_label_of(tension.first_quarter) as start_label,
    tension.start_vacancies_low,
    tension.start_vacancies_high,
    tension.start_ratio_low,
    tension.start_ratio_high,
    tension.start_class,
    class_label_of(tension.start_class) as start_class_label,
    period_label_of(tension.last_quarter) as end_label,
    tension.end_vacancies_low,
    tension.end_vacancies_high,
    tension.end_ratio_low,
    tension.end_ratio_high,
    tension.end_class,
    class_label_of(tension.end_class) as end_class_label,
    case
        when tension.start_ratio_low is null or tension.end_ratio_low is null then 'missing'
        when tension.end_ratio_low > tension.start_ratio_high then 'up'
        when tension.end_ratio_high < tension.start_ratio_low then 'down'
        when
            tension.end_ratio_low = tension.start_ratio_low
            and tension.end_ratio_high = tension.start_ratio_high
            and tension.end_ratio_low = tension.end_ratio_high
            then 'same'
        else 'unsure'
    end as direction,
    tension.quarters,
    tension.known_quarters,
    tension.now_quarter,
    period_label_of(tension.now_quarter) as now_quarter_label,
    tension.now_ratio_low,
    tension.now_ratio_high,
    tension.now_class,
    class_label_of(tension.now_class) as now_class_label,
    tension.status,
    tension.programme_id,
    tension.technical_field,
    tension.release_id,
from programme_tension as tension
inner join programme using (programme_id)
left join technical_field as field using (technical_field)
where
    tension.programme_id = $programme_id
    and tension.region_code = ''
    and (tension.status <> 'sample' or $with_sample)
order by tension.technical_field = 'all_technical', field.position;
