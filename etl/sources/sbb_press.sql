-- Figures of SBB that pages quoted: shown as quotes, as those of UWV. A figure of a page without a date
-- is left out, for nothing tells of when it is.
delete from quote where source_id = 'sbb_press';

create or replace temp table quoted as
select
    *,
    case
        when regexp_full_match(as_of, '[0-9]{4}-(0[1-9]|1[0-2])(-[0-9]{2})?')
            then left(as_of, 4) || 'MM' || as_of[6:7]
        when regexp_full_match(as_of, '[0-9]{4}/[0-9]{2}') then left(as_of, 4) || 'SJ00'
    end as period,
    case
        when indicator in ('work_placement_shortage', 'open_work_placements')
            then 'work_placements'
        when indicator = 'recognised_training_firms' then 'training_firms'
        when indicator = 'students_on_placement' then 'persons'
    end as unit,
from raw.sbb_published_figures
where note <> 'page without a date';

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            is_bad_count("value") or number_of("value") is null,
            'value',
            "value",
            'a whole number was expected'
        ),
        refusal(
            period is null, 'as_of', as_of, 'a day, month or school year such as 2020/21 was expected'
        ),
        refusal(
            unit is null, 'indicator', indicator, 'an indicator of which the unit is known was expected'
        ),
        refusal(
            region_code not in (select code.region_code from region_name as code where code.name = region),
            'region_code',
            region_code,
            'the code of the region that is named was expected'
        ),
        refusal(
            coalesce(source_url not like 'http%', true),
            'source_url',
            source_url,
            'the address of a page was expected'
        )
    ]), recursive := true),
from quoted;

insert into quote by name
select
    'sbb_press' as source_id,
    as_of as period_text,
    period,
    region as region_text,
    label_of('press_indicator', indicator) as indicator,
    source_url as url,
    number_of("value") as "value",
    'exact' as "precision",
    unit,
    [region_code] as region_codes,
    -- The address of the first is that of another article, which announces this one.
    label_of(
        'remark', if(source_url like '%marechaussee-onderzoekt%', 'teaser on another article', note)
    ) as remark,
    status,
    release_id,
    line,
from quoted
order by period_text, region_text;
