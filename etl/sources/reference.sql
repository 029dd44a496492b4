-- Codes, labels and definitions from data/reference/*.csv: what is wrong in them is refused, the rest
-- loaded as it stands.
insert into rejected_row by name
select
    'data/reference/isco_level_share.csv' as file,
    'a share from 0 to 1 with a decimal point was expected' as reason,
    'share, share_low, share_high' as column_name,
    concat_ws(', ', skill_level, mbo_level, share, share_low, share_high) as value,
from raw.isco_level_share
where coalesce(
    greatest(number_of(share), number_of(share_low), number_of(share_high)) > 1
    or least(number_of(share), number_of(share_low), number_of(share_high)) < 0
    or number_of(share) + number_of(share_low) + number_of(share_high) is null,
    true
);

insert into rejected_row by name
select
    'data/reference/occupation_title.csv' as file,
    format('this title stands here {} times for one group', count(*)) as reason,
    'title' as column_name,
    format('{} / {}', title, occupation_code) as value,
from raw.occupation_title
group by title, occupation_code
having count(*) > 1;

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

insert into sector by name
select * exclude (source) from listed('sector');

insert into technical_field by name
select * exclude (source) from listed('technical_field');

insert into rejected_row by name
select
    'data/reference/occupation.csv' as file,
    cast(rowid + 2 as integer) as line,
    'high_edu_share' as column_name,
    high_edu_share as value,
    'of a technical group the part of its workers that is higher educated, from 0 to 1, was expected'
        as reason,
from raw.occupation
where technical = 'yes' and coalesce(try_cast(high_edu_share as decimal(5, 4)) not between 0 and 1, true);

insert into occupation by name
select
    * exclude (source) rename (technical as is_technical),
    technical = 'yes' and cast(high_edu_share as decimal(5, 4)) < 0.5 as is_craft,
from listed('occupation');

insert into isco by name
select * exclude (source) from listed('isco');

insert into isco_level_share by name
select * exclude (source) from listed('isco_level_share');

insert into occupation_title by name
from listed('occupation_title');

insert into technique by name
select * exclude (source) from listed('technique');

insert into technique_occupation by name
select * exclude (source) from listed('technique_occupation');

insert into nearness_point by name
select * exclude (source) from listed('nearness_point');

insert into uwv_group by name
from listed('uwv_group');

insert into uwv_group_brc by name
from listed('uwv_group_brc');

insert into uwv_group_name by name
select * replace (lower(name) as name) from listed('uwv_group_name');

insert into region by name
select
    * exclude (source) replace (
        coalesce(valid_from_year, '0') as valid_from_year,
        coalesce(valid_to_year, '9999') as valid_to_year
    ),
from listed('region');

insert into region_name by name
select * exclude (valid_from_year, source) from listed('region_name');

insert into region_neighbour by name
select * exclude (source) from listed('region_neighbour');

insert into mbo_field by name
select * exclude (source) from listed('mbo_field');

insert into mbo_domain by name
select * exclude (source) replace (is_technical = 'yes' as is_technical)
from listed('mbo_domain');

insert into known_deviation by name
from listed('known_deviations');

insert into story by name
select * exclude (source) from listed('story');

insert into story_figure by name
select * exclude (source) from listed('story_figure');

insert into tension_class by name
select * exclude (sign, colour, ink, source) from listed('tension_class');

insert into measure by name
select * exclude (said, parts, part_label, source) replace (is_count = 'yes' as is_count)
from listed('measure');

insert into measure_level by name
select * exclude (source) from listed('measure_level');

insert into programme_table by name
select
    * replace (
        coalesce(dimension_1, '') as dimension_1,
        coalesce(dimension_2, '') as dimension_2
    ),
from listed('programme_table');

insert into target_unit by name
select
    * replace (coalesce(dimension, '') as dimension, coalesce(category, '') as category),
from listed('target_unit');

insert into dataset by name
select * replace (coalesce(string_split(terms, ' '), []) as terms)
from listed('dataset');

insert into code_label by name
from raw.code_label
union all by name
select 'tension_class' as list, tension_class as code, label
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

-- What each month begins: itself, and perhaps a quarter, a year, and the school year of that year.
-- Of the years before 2003 sources tell months and years: an earlier quarter is a mistake.
insert into period by name
select
    begun.period,
    begun.kind,
    year(day) as year,
    cast(day + to_months(begun.later) as date) as starts_on,
    cast(day + to_months(begun.later + begun.months) - interval 1 day as date) as ends_on,
    begun.label,
from (
    select unnest(generate_series(date '1998-01-01', date '2030-12-01', interval 1 month)) as day
)
cross join lateral (
    values
        (
            'quarter',
            3,
            0,
            format('{}KW0{}', year(day), quarter(day)),
            format('{}e kwartaal {}', quarter(day), year(day))
        ),
        (
            'month',
            1,
            0,
            format('{}MM{:02d}', year(day), month(day)),
            format(
                '{} {}',
                [
                    'januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus',
                    'september', 'oktober', 'november', 'december',
                ][month(day)],
                year(day)
            )
        ),
        ('year', 12, 0, format('{}JJ00', year(day)), format('{}', year(day))),
        (
            'school_year',
            12,
            7,
            format('{}SJ00', year(day)),
            format('schooljaar {}/''{}', year(day), right(cast(year(day) + 1 as text), 2))
        )
) as begun (kind, months, later, period, label)
where (month(day) - 1) % begun.months = 0 and (begun.kind <> 'quarter' or year(day) >= 2003);
