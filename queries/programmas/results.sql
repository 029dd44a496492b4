-- What did the sources report about each programme, per moment and breakdown?
select
    programme.name as programme_name,
    label_of('indicator', programme_result.indicator) as indicator_label,
    label_of('breakdown', programme_result.breakdown) as breakdown_label,
    coalesce(region.name, other_programme.name, label_of('category', programme_result.category)) as category_label,
    programme_result.value,
    programme_result."precision",
    label_of('unit', programme_result.unit) as unit_label,
    programme_result.as_of_text,
    programme_result.as_of_precision,
    programme_result.note,
    programme_result.programme_id,
    programme_result.indicator,
    programme_result.breakdown,
    programme_result.category,
    source.publisher,
    programme_result.status,
    programme_result.source_id,
    programme_result.release_id,
    programme_result.line,
from programme_result
inner join programme using (programme_id)
inner join source on source.source_id = programme_result.source_id
left join region_today as region on region.region_code = programme_result.category
left join programme as other_programme
    on other_programme.programme_id = programme_result.category
where
    programme_result.programme_id in (select unnest($programme_ids))
    and (programme_result.status <> 'sample' or $with_sample)
order by
    programme.name,
    programme_result.as_of_last nulls first,
    programme_result.line;
