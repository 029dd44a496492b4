-- What was published of other schemes, to hold a programme against, newest first? No figure of a
-- programme: another group, counted otherwise.
select
    period.label as period_label,
    region_text,
    label_of('scheme', scheme) || ', ' || label_of('scheme_indicator', indicator) as indicator_label,
    value as quoted_number,
    cast(null as text) as class_label,
    comparator.precision,
    label_of('scheme_unit', unit) as unit_label,
    remark,
    url,
    comparator.status,
    period.period as period_code,
    release_id,
    line,
from comparator
inner join period
    on period.period = case length(as_of_text)
        when 4 then as_of_text || 'JJ00'
        else replace(as_of_text, '-', 'MM')
    end
where scheme <> $programme_id
order by ends_on desc, scheme, indicator, line;
