-- Which fields of study can be chosen, the technical ones first?
-- Those of which the CBS table has a figure; the technical ones and the total also without.
select
    field_code,
    label as study_field_label,
from mbo_field
where
    classification in ('isced', 'total')
    and (
        field_code in ('07', '06', 'total')
        or field_code in (
            select field_code
            from mbo_supply_cbs
            where status <> 'sample' or $with_sample
        )
    )
order by coalesce(array_position(['07', '06', 'total'], field_code), 9), position;
