-- Codes, labels and definitions from data/reference/*.csv; reviewed by hand, so cast and load.
insert into sector by name
select
    sector_code,
    sbi,
    label,
    short_label,
    nullif(parent_code, '') as parent_code,
    cast(position as integer) as position,
from raw.sector;

insert into technical_field by name
select
    technical_field,
    label,
    cast(position as integer) as position,
from raw.technical_field;

insert into occupation by name
select
    occupation_code,
    kind,
    label,
    nullif(parent_code, '') as parent_code,
    nullif(isco08_primary, '') as isco08_primary,
    case technical when 'yes' then true when 'no' then false end as is_technical,
    nullif(technical_field, '') as technical_field,
    nullif(why, '') as why,
from raw.occupation;

insert into isco by name
select
    isco_code,
    label,
    cast(level as integer) as level,
    cast(nullif(skill_level, '') as integer) as skill_level,
    nullif(brc_group_code, '') as brc_group_code,
from raw.isco;

insert into rejected_row by name
select
    'data/reference/isco_level_share.csv' as file,
    'a share from 0 to 1 with a decimal point was expected' as reason,
    'share, share_low, share_high' as column_name,
    concat_ws(', ', skill_level, mbo_level, share, share_low, share_high) as value,
from raw.isco_level_share
where coalesce(
    number_of(share) > 1 or number_of(share_low) > 1 or number_of(share_high) > 1
    or least(number_of(share), number_of(share_low), number_of(share_high)) < 0
    or number_of(share) + number_of(share_low) + number_of(share_high) is null,
    true
);

insert into isco_level_share by name
select
    cast(skill_level as integer) as skill_level,
    mbo_level,
    number_of(share) as share,
    number_of(share_low) as share_low,
    number_of(share_high) as share_high,
from raw.isco_level_share;

insert into rejected_row by name
select
    'data/reference/occupation_title.csv' as file,
    format('this title stands here {} times for one group', count(*)) as reason,
    'title' as column_name,
    format('{} / {}', title, occupation_code) as value,
from raw.occupation_title
group by title, occupation_code
having count(*) > 1;

insert into occupation_title by name
select
    title,
    occupation_code,
    isco_code,
    kind,
    source,
from raw.occupation_title;

insert into rejected_row by name
select
    'data/reference/technique_occupation.csv' as file,
    'a known technique, a technical group of BRC 2014 and a reason were expected' as reason,
    'technique, occupation_code, why' as column_name,
    concat_ws(', ', link.technique, link.occupation_code, link.why) as value,
from raw.technique_occupation as link
left join raw.technique using (technique)
left join raw.occupation
    on occupation.occupation_code = link.occupation_code
    and occupation.kind = 'brc_group'
    and occupation.technical = 'yes'
where
    technique.technique is null
    or occupation.occupation_code is null
    or coalesce(trim(link.why), '') = '';

insert into technique by name
select
    technique,
    label,
    technical_field,
    cast(position as integer) as position,
from raw.technique;

insert into technique_occupation by name
select
    technique,
    occupation_code,
    why,
from raw.technique_occupation;

insert into nearness_point by name
select
    criterion,
    part,
    label,
    cast(points as integer) as points,
    cast(position as integer) as position,
from raw.nearness_point;

insert into uwv_group by name
select
    uwv_group_code,
    label,
    seen_published = 'yes' as seen_published,
    source,
from raw.uwv_group;

insert into uwv_group_brc by name
select
    brc_group_code,
    nullif(uwv_group_code, '') as uwv_group_code,
    nullif(why_none, '') as why_none,
    source,
from raw.uwv_group_brc;

insert into uwv_group_name by name
select
    lower(name) as name,
    uwv_group_code,
    source,
from raw.uwv_group_name;

insert into region by name
select
    region_code,
    kind,
    name,
    nullif(parent_code, '') as parent_code,
    coalesce(try_cast(valid_from_year as integer), 0) as valid_from_year,
    coalesce(try_cast(valid_to_year as integer), 9999) as valid_to_year,
from raw.region;

insert into region_name by name
select
    name,
    kind,
    region_code,
from raw.region_name;

insert into rejected_row by name
with class as (
    select
        *,
        rowid + 2 as line,
        try_cast(from_ratio as double) as edge,
        coalesce(lag(edge) over (order by rowid), -1) as edge_before,
    from raw.tension_class
)

select
    'data/reference/tension_class.csv' as file,
    cast(line as integer) as line,
    'from_ratio' as column_name,
    from_ratio as value,
    'a number above that of the class before, of the first class 0, was expected' as reason,
from class
where
    edge is null
    or edge <= edge_before
    or (edge_before < 0) <> (edge = 0)
    or try_cast(position as integer) is distinct from line - 1;

insert into tension_class by name
select
    tension_class,
    label,
    cast(from_ratio as double) as from_ratio,
    is_tight = 'yes' as is_tight,
    cast(position as integer) as position,
from raw.tension_class;

insert into code_label by name
select
    list,
    code,
    label,
from raw.code_label
union all by name
select
    'tension_class' as list,
    tension_class as code,
    label,
from tension_class;

insert into definition by name
with class as (
    select
        position,
        label,
        replace(format('{:g}', from_ratio), '.', ',') as edge,
        lead(edge) over (order by position) as edge_after,
    from tension_class
),

said as (
    select
        list(
            case
                when position = 1 then format('{} (onder {})', label, edge_after)
                when edge_after is null then format('{} ({} en hoger)', label, edge)
                else format('{} ({} tot {})', label, edge, edge_after)
            end
            order by position
        ) as classes,
    from class
)

select
    term,
    title,
    replace(
        definition,
        '{tension_classes}',
        array_to_string(classes[:-2], ', ') || ' en ' || classes[-1]
    ) as definition,
    source,
from raw.definition
cross join said;

insert into period by name
with quarters as (
    select unnest(generate_series(date '2003-01-01', date '2030-10-01', interval 3 month)) as day
),

months as (
    select unnest(generate_series(date '2003-01-01', date '2030-12-01', interval 1 month)) as day
),

years as (
    select unnest(generate_series(date '2003-01-01', date '2030-01-01', interval 1 year)) as day
)

select
    format('{}KW0{}', year(day), quarter(day)) as period,
    'quarter' as kind,
    year(day) as year,
    cast(day as date) as starts_on,
    cast(day + interval 3 month - interval 1 day as date) as ends_on,
    format('{}e kwartaal {}', quarter(day), year(day)) as label,
from quarters
union all by name
select
    format('{}MM{:02d}', year(day), month(day)) as period,
    'month' as kind,
    year(day) as year,
    cast(day as date) as starts_on,
    last_day(day) as ends_on,
    format(
        '{} {}',
        [
            'januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus',
            'september', 'oktober', 'november', 'december',
        ][month(day)],
        year(day)
    ) as label,
from months
union all by name
select
    format('{}JJ00', year(day)) as period,
    'year' as kind,
    year(day) as year,
    cast(day as date) as starts_on,
    cast(day + interval 1 year - interval 1 day as date) as ends_on,
    cast(year(day) as text) as label,
from years
union all by name
select
    format('{}SJ00', year(day)) as period,
    'school_year' as kind,
    year(day) as year,
    cast(day + interval 7 month as date) as starts_on,
    cast(day + interval 19 month - interval 1 day as date) as ends_on,
    format('schooljaar {}/''{}', year(day), right(cast(year(day) + 1 as text), 2)) as label,
from years;

insert into mbo_field by name
select
    field_code,
    classification,
    label,
    cast(position as integer) as position,
from raw.mbo_field;

insert into known_deviation by name
select
    rule,
    region_code,
    sector_code,
    quarter,
    cast(published as integer) as published,
    cast(sum_of_parts as integer) as sum_of_parts,
    cast(difference as integer) as difference,
from raw.known_deviations;

insert into region_neighbour by name
select
    region_code,
    neighbour_code,
    cast(border_km as integer) as border_km,
from raw.region_neighbour;

insert into rejected_row by name
with cell as (
    unpivot (select *, rowid + 2 as line from raw.measure)
    on columns(* exclude (measure, line))
    into name column_name value value
),

refused as (
    select
        *,
        case
            when value = '' and column_name not in ('part', 'part_label', 'pack_position')
                then 'a word was expected'
            when column_name = 'is_count' and value not in ('yes', 'no')
                then 'yes or no was expected'
            when column_name = 'parts'
                and value not in ('sectors', 'occupations', 'series', 'one')
                then 'sectors, occupations, series or one was expected'
            when column_name = 'term' and value not in (select term from raw.definition)
                then 'a term of data/reference/definition.csv was expected'
            when column_name in ('decimals', 'position')
                and try_cast(value as integer) is null
                then 'a whole number was expected'
            when column_name = 'measure' and value not in (select measure from raw.measure_level)
                then 'a row in data/reference/measure_level.csv was expected'
        end as reason,
    from cell
)

select
    'data/reference/measure.csv' as file,
    cast(line as integer) as line,
    column_name,
    value,
    reason,
from refused
where reason is not null
union all by name
select
    'data/reference/measure_level.csv' as file,
    cast(rowid + 2 as integer) as line,
    'measure' as column_name,
    measure as value,
    'a measure of data/reference/measure.csv was expected' as reason,
from raw.measure_level
where measure not in (select measure from raw.measure);

insert into measure by name
select
    measure,
    label,
    unit,
    cast(decimals as integer) as decimals,
    subject,
    nullif(part, '') as part,
    source_id,
    term,
    how_to_load,
    cast(position as integer) as position,
    cast(nullif(pack_position, '') as integer) as pack_position,
from raw.measure;

insert into rejected_row by name
select
    'data/reference/dataset.csv' as file,
    cast(dataset.rowid + 2 as integer) as line,
    'table_name, period_column' as column_name,
    concat_ws('.', dataset.table_name, dataset.period_column) as value,
    'a table of etl/schema, and a column of it or nothing, were expected' as reason,
from raw.dataset
where not exists (
    select 1
    from duckdb_columns()
    where
        database_name = current_database()
        and table_name = dataset.table_name
        and (dataset.period_column = '' or column_name = dataset.period_column)
)
union all by name
select
    'data/reference/dataset.csv' as file,
    cast(line as integer) as line,
    'terms' as column_name,
    term as value,
    'a term of data/reference/definition.csv was expected' as reason,
from (
    select rowid + 2 as line, unnest(string_split(terms, ' ')) as term
    from raw.dataset
    where terms <> ''
) as asked
anti join raw.definition using (term);

insert into dataset by name
select
    dataset,
    table_name,
    nullif(period_column, '') as period_column,
    title,
    grain,
    if(terms = '', [], string_split(terms, ' ')) as terms,
    cast(position as integer) as position,
from raw.dataset;

insert into measure_level by name
select
    measure,
    kind,
    is_published = 'yes' as is_published,
    why,
from raw.measure_level;

insert into programme_table by name
select
    subject,
    coalesce(dimension_1, '') as dimension_1,
    coalesce(dimension_2, '') as dimension_2,
    by_year = 'yes' as by_year,
    by_quarter = 'yes' as by_quarter,
from raw.programme_table;
