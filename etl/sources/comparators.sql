-- Published figures of schemes elsewhere: yardsticks beside the programmes, never one of them.
delete from comparator where source_id = 'comparators';

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            label_of('scheme', programme) is null,
            'programme',
            programme,
            'a scheme of data/reference/code_label.csv was expected'
        ),
        refusal(
            label_of('scheme_indicator', indicator) is null,
            'indicator',
            indicator,
            'an indicator of data/reference/code_label.csv was expected'
        ),
        refusal(
            precision_of(as_of) = 'unknown',
            'as_of',
            as_of,
            'a date written as 2018-05-06, 2018-05 or 2018 was expected'
        ),
        refusal(
            coalesce(number_of(value) < 0, true),
            'value',
            value,
            'a number such as 1400 was expected'
        ),
        refusal(
            label_of('scheme_unit', unit) is null,
            'unit',
            unit,
            'a unit of data/reference/code_label.csv was expected'
        ),
        refusal(
            coalesce(source_url not like 'http%', true),
            'source_url',
            source_url,
            'the address of a page was expected'
        )
    ]), recursive := true),
from raw.comparators
union all by name
from twice(
    'raw.comparators', ['programme', 'indicator', 'as_of', 'region', 'source_url'], 'value', 'figure'
);

insert into comparator by name
select
    'comparators' as source_id,
    programme as scheme,
    indicator,
    as_of as as_of_text,
    if(
        region = 'country',
        'Nederland',
        coalesce(region_name_of(left(region, 4)), region)
        || if(region like '%municipalities%', ' (acht gemeenten)', '')
    ) as region_text,
    source_url as url,
    number_of(value) as value,
    unit,
    precision_in(note) as "precision",
    label_of('remark', note) as remark,
    status,
    release_id,
    line,
from raw.comparators
order by scheme, as_of_text, indicator;
