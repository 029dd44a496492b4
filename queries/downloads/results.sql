-- What did each programme reach, per moment and group, according to which source?
-- Of a claim without a number the figure is missing.
select
    programme_result.programme_id,
    programme.name as programme_name,
    programme_result.indicator,
    label_of('indicator', programme_result.indicator) as indicator_label,
    programme_result.as_of_text,
    programme_result.as_of_precision,
    programme_result.as_of_first as as_of_first_on,
    programme_result.as_of_last as as_of_last_on,
    programme_result.breakdown,
    label_of('breakdown', programme_result.breakdown) as breakdown_label,
    programme_result.category,
    coalesce(region.name, other_programme.name, label_of('category', programme_result.category)) as category_label,
    programme_result.value,
    if(programme_result.value is null, 'missing', null) as value_sign,
    programme_result."precision",
    programme_result.unit,
    label_of('unit', programme_result.unit) as unit_label,
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
left join region_today as region on region.region_code = programme_result.category
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
