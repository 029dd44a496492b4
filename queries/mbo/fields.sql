-- Which fields of study can be chosen, the technical ones first?
-- Those of which the CBS table has a figure; the technical ones and the total also without.
with figure as (
    select field_code, release_id, status
    from mbo_students
    union all by name
    select field_code, release_id, status
    from mbo_graduates
)

select
    mbo_field.field_code,
    mbo_field.label as study_field_label,
from mbo_field
where
    mbo_field.classification in ('isced', 'total')
    and (
        mbo_field.field_code in ('07', '06', 'total')
        or mbo_field.field_code in (
            select figure.field_code
            from figure
            inner join release on release.release_id = figure.release_id
            where
                release.table_id in ('85353NED', '85356NED')
                and (figure.status <> 'sample' or $with_sample)
        )
    )
order by
    coalesce(array_position(['07', '06', 'total'], mbo_field.field_code), 9), mbo_field.position;
