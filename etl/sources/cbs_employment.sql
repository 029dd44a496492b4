-- Employed persons per occupation: BRC 2014 classes in thousands, groups in persons; which part of
-- those in a group is higher educated, and what they earn. A year is a mean, a quarter is not.
delete from employment where source_id = 'cbs_employment';
delete from occupation_education where source_id = 'cbs_employment';
delete from occupation_wage where source_id = 'cbs_employment';
delete from employed_education where source_id = 'cbs_employment';
delete from unmapped_category where source_id = 'cbs_employment';

-- A figure of CBS itself replaces that of a copy; nationally the table per occupation (rank 1)
-- counts. Levels of occupations (ISCO) and regions outside the monitor stand in the same tables.
create or replace temp table published as
from (
    select
        'NL01' as region_code,
        if(brc_klasse = 'Totaal', 'total', split_part(brc_klasse, ' ', 1)) as occupation_code,
        brc_klasse as occupation_found,
        split_part(published_in, '_', 1) as period,
        published_in,
        value,
        1000 as unit,
        release_id,
        line,
    from (
        unpivot raw."85276NED_classes_2024KW04_2025KW04"
        on columns('.*_x1000')
        into name published_in value value
    )
    union all by name
    select
        'NL01' as region_code,
        brc_group as occupation_code,
        brc_group as occupation_found,
        split_part(published_in, '_', 2) as period,
        published_in,
        value,
        1 as unit,
        release_id,
        line,
    from (
        unpivot raw."85276NED_brc_groups"
        on columns('werkzaam_.*')
        into name published_in value value
    )
    union all by name
    select
        'NL01' as region_code,
        brc_code as occupation_code,
        brc_code as occupation_found,
        periode as period,
        'werkzaam_2023_x1000' as published_in,
        werkzaam_2023_x1000 as value,
        1000 as unit,
        release_id,
        line,
    from raw."85276NED_2023JJ00_brc"
    union all by name
    select
        trim("RegioS") as region_code,
        occupation_code_of("Beroep:Title") as occupation_code,
        "Beroep:Title" as occupation_found,
        trim("Perioden") as period,
        table_id as published_in,
        coalesce("Werkzame beroepsbevolking", "WerkzameBeroepsbevolking") as value,
        1000 as unit,
        release_status_of("Perioden:Status") as release_status,
        table_id,
        if(table_id = '85276NED', 1, 2) as rank,
        case
            when occupation_code is null then [category('Beroep', "Beroep:Title", false)]
            when not is_region(region_code) then [category('RegioS', region_code, false)]
        end as unmapped,
        release_id,
        line,
    from (
        select *, 'NL01' as "RegioS", '85276NED' as table_id from raw."85276NED"
        union all by name
        select *, '86112NED' as table_id from raw."86112NED"
    )
)
qualify rank = 1
    or not coalesce(bool_or(rank = 1) over (partition by region_code, occupation_code, period), false);

insert into unmapped_category by name
from unmapped_in('published', 'cbs_employment');

delete from published where len(unmapped) > 0;

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            not is_region(region_code),
            'RegioS',
            region_code,
            'nothing stands here; a code of data/reference/region_name.csv was expected'
        ),
        refusal(
            not coalesce(occupation_code in (select occupation_code from occupation), false),
            case
                when unit = 1 then 'brc_group'
                when published_in like 'werkzaam%' then 'brc_code'
                else 'brc_klasse'
            end,
            occupation_found,
            'the occupation is unknown; a code of data/reference/occupation.csv was expected'
        ),
        refusal(
            not is_period(period, ['quarter', 'year']),
            published_in,
            period,
            'a quarter or year such as 2024KW04 or 2024JJ00 was expected'
        ),
        refusal(
            is_bad_count(value),
            published_in,
            value,
            'a whole number, or one of the marks . x - was expected'
        )
    ]), recursive := true),
from published
union all by name
from twice(
    'published',
    ['region_code', 'occupation_code', 'period'],
    published_in,
    'region, occupation and period'
);

insert into employment by name
select
    'cbs_employment' as source_id,
    region_code,
    occupation_code,
    period,
    cast(number_of(value) * unit as integer) as employed,
    sign_of(value) as sign,
    'published' as status,
    release_status,
    release_id,
    line,
from published;

insert into rejected_row by name
select
    release_id as file,
    line,
    'high_edu_share' as column_name,
    high_edu_share as value,
    'a part from 0 to 1 such as 0.1523, or one of the marks . x -, was expected' as reason,
from raw."85276NED_brc_groups"
where is_bad_amount(high_edu_share) or number_of(high_edu_share) > 1;

insert into occupation_education by name
select
    'cbs_employment' as source_id,
    brc_group as occupation_code,
    number_of(high_edu_share) as high_edu_share,
    sign_of(high_edu_share) as sign,
    'published' as status,
    release_id,
    line,
from raw."85276NED_brc_groups";

-- A wage of which the group is not certain was left out: how it was tied to the code says nothing.
insert into rejected_row by name
select
    release_id as file,
    line,
    'mediaan_uurloon_2023' as column_name,
    mediaan_uurloon_2023 as value,
    'euros per hour such as 22.7 were expected, or nothing' as reason,
from raw."85276NED_2023JJ00_brc"
where is_bad_amount(mediaan_uurloon_2023);

insert into occupation_wage by name
select
    'cbs_employment' as source_id,
    brc_code as occupation_code,
    periode as "year",
    number_of(mediaan_uurloon_2023) as hourly_wage,
    status,
    release_id,
    line,
from raw."85276NED_2023JJ00_brc"
where number_of(mediaan_uurloon_2023) is not null and brc_code in (from occupation select occupation_code);

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            not is_period(quarter, ['quarter']),
            'quarter',
            quarter,
            'a quarter such as 2024KW01 was expected'
        ),
        refusal(
            label_of('education', if(education_code = '', 'TOTAL', education_code)) is null,
            'education_code',
            education_code,
            'a code of CBS such as 211 was expected, or nothing for all'
        ),
        refusal(
            is_bad_count(employed_x1000) or number_of(employed_x1000) is null,
            'employed_x1000',
            employed_x1000,
            'whole thousands of persons were expected'
        )
    ]), recursive := true),
from raw."85266NED_2024KW01_education"
union all by name
from twice(
    'raw."85266NED_2024KW01_education"', ['quarter', 'age', 'education_code'], 'education', 'level'
);

insert into employed_education by name
select
    'cbs_employment' as source_id,
    age,
    'T' as sex,
    'TOTAL' as isco_group,
    if(education_code = '', 'TOTAL', education_code) as education,
    quarter as period,
    from_thousands(employed_x1000) as employed,
    status,
    release_id,
    line,
from raw."85266NED_2024KW01_education";
