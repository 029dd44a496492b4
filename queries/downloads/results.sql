-- What did each programme reach, per moment and group, according to which source?
-- Of a claim without a number the figure is missing.
select
    programme_result.programme_id,
    programme.name as programme_name,
    programme_result.indicator,
    indicator.label as indicator_label,
    programme_result.as_of_text,
    programme_result.as_of_precision,
    programme_result.as_of_first as as_of_first_on,
    programme_result.as_of_last as as_of_last_on,
    programme_result.breakdown,
    breakdown.label as breakdown_label,
    programme_result.category,
    coalesce(region.name, other_programme.name, category.label) as category_label,
    programme_result.value,
    if(programme_result.value is null, 'missing', null) as value_sign,
    programme_result."precision",
    programme_result.unit,
    unit.label as unit_label,
    programme_result.note,
    programme_result.status,
    concat_ws(', ', source.publisher, source.title) as source,
    source.published_on,
    source.url,
    coalesce(source.retrieved_on, release.retrieved_on) as retrieved_on,
    release.modified_on,
    programme_result.source_id,
    programme_result.release_id,
    programme_result.line,
from programme_result
inner join programme on programme.programme_id = programme_result.programme_id
inner join code_label as indicator
    on indicator.list = 'indicator' and indicator.code = programme_result.indicator
inner join code_label as breakdown
    on breakdown.list = 'breakdown' and breakdown.code = programme_result.breakdown
inner join code_label as unit on unit.list = 'unit' and unit.code = programme_result.unit
left join code_label as category
    on category.list = 'category' and category.code = programme_result.category
left join region
    on region.region_code = programme_result.category and region.valid_to_year = 9999
left join programme as other_programme
    on other_programme.programme_id = programme_result.category
inner join source on source.source_id = programme_result.source_id
left join release on release.release_id = programme_result.release_id
where
    (programme_result.status <> 'sample' or $with_sample)
    and works_in(programme_result.programme_id, $province_codes)
order by
    programme.name,
    programme_result.programme_id,
    programme_result.indicator,
    programme_result.as_of_last nulls first,
    programme_result.as_of_text,
    programme_result.breakdown,
    programme_result.category,
    programme_result.source_id;
