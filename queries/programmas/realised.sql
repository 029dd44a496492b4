-- What of each target of these programmes does the delivery count, and which share of it is that?
-- Same unit and group. A count is rounded, so its share is about; final once the programme ended.
select
    programme.name as programme_name,
    label_of('indicator', counted.indicator) as indicator_label,
    label_of('category', counted.target_group) as target_group_label,
    counted.target,
    counted.target_precision,
    counted.number,
    counted.sign,
    cast(counted.as_of_on as text) as as_of_text,
    'day' as as_of_precision,
    case
        when programme.ends_on_first is null then 'as_of'
        when counted.as_of_on >= programme.ends_on_last then 'final'
        when counted.as_of_on >= programme.ends_on_first then 'perhaps_final'
        else 'interim'
    end as result_kind,
    if(
        coalesce(counted.relation, '') not in ('phase', 'capacity'),
        cast(round(100.0 * counted.number / counted.target) as integer),
        null
    ) as target_realisation_pct,
    case counted.target_precision
        when 'at_least' then 'at_most'
        when 'at_most' then 'at_least'
        else 'approximate'
    end as realisation_precision,
    case
        when counted.relation in ('phase', 'capacity') then counted.relation
        when not counted.is_counted then 'not_counted'
        when counted.number is null then 'withheld'
    end as reason,
    counted.phase,
    publisher_of(counted.target_source_id) as source_names,
    counted.realisation_status,
    counted.status,
    counted.programme_id,
    counted.indicator,
    counted.target_group,
    counted.release_id,
    counted.target_release_id as second_release_id,
    counted.line,
from programme_counted as counted
inner join programme using (programme_id)
where
    counted.programme_id in (select unnest($programme_ids))
    and (counted.status <> 'sample' or $with_sample)
order by
    array_position($programme_ids, counted.programme_id),
    counted.target_group <> 'all',
    counted.line;
