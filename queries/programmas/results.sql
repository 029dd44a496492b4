-- What did the sources report about each programme, per moment and breakdown?
select
    programme_name_of(programme_id) as programme_name,
    label_of('indicator', indicator) as indicator_label,
    label_of('breakdown', breakdown) as breakdown_label,
    category_label_of(category) as category_label,
    value,
    "precision",
    label_of('unit', unit) as unit_label,
    as_of_text,
    as_of_precision,
    note,
    programme_id,
    indicator,
    breakdown,
    category,
    publisher_of(source_id) as publisher,
    status,
    source_id,
    release_id,
    line,
from programme_result
where
    programme_id in (select unnest($programme_ids))
    and (status <> 'sample' or $with_sample)
order by programme_name, as_of_last desc nulls last, line;
