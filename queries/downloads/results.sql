-- What did each programme reach, per moment and group, according to which source?
-- Of a claim without a number the figure is missing.
select
    programme_id,
    programme_name_of(programme_id) as programme_name,
    indicator,
    label_of('indicator', indicator) as indicator_label,
    as_of_text,
    as_of_precision,
    as_of_first as as_of_first_on,
    as_of_last as as_of_last_on,
    breakdown,
    label_of('breakdown', breakdown) as breakdown_label,
    category,
    category_label_of(category) as category_label,
    value,
    if(value is null, 'missing', null) as value_sign,
    "precision",
    unit,
    label_of('unit', unit) as unit_label,
    note,
    status,
    programme_origin.*,
    line,
from programme_result
inner join programme_origin using (source_id, release_id)
where
    (status <> 'sample' or $with_sample)
    and works_in(programme_id, $province_codes)
order by
    programme_name,
    programme_id,
    indicator,
    as_of_last nulls first,
    as_of_text,
    breakdown,
    category,
    source_id;
