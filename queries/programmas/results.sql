-- What did the sources report about each programme, per moment and breakdown?
select
    programme.name as programme_name,
    indicator.label as indicator_label,
    breakdown.label as breakdown_label,
    coalesce(region.name, other_programme.name, category.label) as category_label,
    programme_result.value,
    programme_result."precision",
    unit.label as unit_label,
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
inner join code_label as indicator
    on indicator.list = 'indicator' and indicator.code = programme_result.indicator
inner join code_label as breakdown
    on breakdown.list = 'breakdown' and breakdown.code = programme_result.breakdown
inner join code_label as unit on unit.list = 'unit' and unit.code = programme_result.unit
inner join source on source.source_id = programme_result.source_id
left join code_label as category
    on category.list = 'category' and category.code = programme_result.category
left join region
    on region.region_code = programme_result.category and region.valid_to_year = 9999
left join programme as other_programme
    on other_programme.programme_id = programme_result.category
where
    programme_result.programme_id in (select unnest($programme_ids))
    and (programme_result.status <> 'sample' or $with_sample)
order by
    programme.name,
    programme_result.as_of_last nulls first,
    programme_result.line;
