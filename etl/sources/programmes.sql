-- What public sources say about the programmes, and what programmes that were registered say
-- themselves; two sources that differ are two rows.
delete from source where kind in ('publication', 'registration');
delete from programme;
delete from programme_region;
delete from programme_source;
delete from programme_target;
delete from programme_budget;
delete from programme_result;
delete from programme_resource;
delete from programme_partner;
delete from programme_reported;

-- The registration that counts: of each programme the newest. What belongs to it stands in its folder.
create or replace temp table registration as
select
    *,
    'opgave_' || programme_id as source_id,
    parse_dirpath(release_id) as folder,
    regexp_extract(release_id, '/([0-9-]{10})[^/]*/[^/]+$', 1) as registered_on,
from raw.registered_programmes
qualify row_number() over (
    partition by programme_id, status
    order by
        registered_on desc,
        coalesce(try_cast(regexp_extract(release_id, '\.([0-9]+)/[^/]+$', 1) as integer), 1) desc
) = 1;

-- The rows of a file that stand beside a registration which counts.
create or replace temp macro registered(rows) as table
select
    told.*,
    registration.source_id,
from query_table(rows) as told
inner join registration
    on registration.programme_id = told.programme_id
    and registration.folder = parse_dirpath(told.release_id);

create or replace temp table told_source as
select
    source_id,
    'publication' as kind,
    title,
    publisher,
    url,
    nullif(published_on, '') as published_on,
    cast(nullif(retrieved_on, '') as date) as retrieved_on,
from raw.sources
union all by name
select
    source_id,
    'registration' as kind,
    'Opgave van het programma' as title,
    name as publisher,
    registered_on as published_on,
    cast(registered_on as date) as retrieved_on,
from registration;

create or replace temp table told_programme as
select *
from raw.programmes
union all by name
select
    * exclude (source_id, folder, registered_on),
    source_id as source_ids,
from registration;

create or replace temp table told_target as
select *
from raw.programme_targets
union all by name
select *, '' as relation from registered('raw.registered_targets');

create or replace temp table told_budget as
select *
from raw.programme_budgets
union all by name
select * from registered('raw.registered_budgets');

create or replace temp table told_partner as
select *
from raw.programme_partners
union all by name
select *, '' as known_now_as from registered('raw.registered_partners');

insert into rejected_row by name
with code as (
    from (
        unpivot (
            select release_id, line, source_id, programme_id, indicator, target_group, "precision",
                budget_kind, stage, role
            from query_table(
                [
                    'told_target', 'told_budget', 'told_partner', 'raw.programme_outcomes',
                    'raw.programme_resources'
                ],
                true
            )
        )
        on columns(* exclude (release_id, line))
        into name column_name value value
    )
    union all by name
    from (
        unpivot told_programme
        on kind, scope, state
        into name column_name value value
    )
    union all by name
    select release_id, line, 'action_line' as column_name, action_line as value
    from told_programme
    where action_line <> ''
    union all by name
    select
        release_id,
        line,
        'source_ids' as column_name,
        unnest(string_split(source_ids, ';')) as value,
    from told_programme
    union all by name
    select
        release_id,
        line,
        'region_codes' as column_name,
        unnest(string_split(region_codes, ';')) as value,
    from told_programme
),

-- The list that the codes of a column stand in.
reference as (
    select
        *,
        case column_name
            when 'source_id' then 'source'
            when 'source_ids' then 'source'
            when 'programme_id' then 'programme'
            when 'region_codes' then 'region'
            when 'target_group' then 'category'
            when 'kind' then 'programme_kind'
            else column_name
        end as list,
    from code
),

known as (
    select 'source' as list, source_id as code from told_source
    union all by name
    select 'programme' as list, programme_id as code from told_programme
    union all by name
    select 'region' as list, region_code as code from region
    union all by name
    select list, code from code_label
),

amount as (
    select release_id, line, 'target' as column_name, target as value from told_target
    union all by name
    select release_id, line, 'amount_eur' as column_name, amount_eur as value from told_budget
    union all by name
    select release_id, line, 'value' as column_name, value from raw.programme_outcomes
    where "precision" <> 'claimed'
    union all by name
    select release_id, line, 'quantity' as column_name, quantity as value
    from raw.programme_resources
    where quantity <> ''
),

day as (
    select release_id, line, 'starts_on' as column_name, starts_on as value, starts_precision as how
    from told_programme
    union all by name
    select release_id, line, 'ends_on' as column_name, ends_on as value, ends_precision as how
    from told_programme
    union all by name
    select release_id, line, 'as_of' as column_name, as_of as value, as_of_precision as how
    from raw.programme_outcomes
),

refused as (
    select
        *,
        format('a known {} was expected', list) as reason,
    from reference
    anti join known on known.list = reference.list and known.code = reference.value
    union all by name
    select
        *,
        format('a whole number of at least {} was expected', least) as reason,
    from amount
    cross join lateral (select if(column_name = 'target', 1, 0) as least)
    where coalesce(number_of(value) <> round(number_of(value)) or number_of(value) < least, true)
    union all by name
    select
        *,
        format('a date of precision "{}" was expected', how) as reason,
    from day
    where is_bad_date(value, how)
)

select
    release_id as file,
    line,
    column_name,
    value,
    reason,
from refused
union all by name
select
    max(release_id) as file,
    max(line) as line,
    'programme_id' as column_name,
    programme_id as value,
    format('the programme stands here {} times, once was expected', count(*)) as reason,
from told_programme
group by programme_id
having count(*) > 1;

insert into source by name
from told_source;

insert into programme by name
select
    programme_id,
    name,
    kind,
    scope,
    state,
    aim,
    with_names(nullif(note, '')) as note,
    published_date(starts_on, starts_precision) as starts_on_text,
    nullif(starts_precision, '') as starts_on_precision,
    first_day(starts_on, starts_precision) as starts_on_first,
    last_day_of(starts_on, starts_precision) as starts_on_last,
    published_date(ends_on, ends_precision) as ends_on_text,
    nullif(ends_precision, '') as ends_on_precision,
    first_day(ends_on, ends_precision) as ends_on_first,
    last_day_of(ends_on, ends_precision) as ends_on_last,
    nullif(action_line, '') as action_line,
    nullif(techniekpact_goal, '') as techniekpact_goal,
    status,
    release_id,
    line,
from told_programme;

insert into programme_region by name
select
    programme_id,
    unnest(string_split(region_codes, ';')) as region_code,
    status,
from told_programme;

insert into programme_source by name
select
    programme_id,
    unnest(string_split(source_ids, ';')) as source_id,
    status,
from told_programme
union by name
select programme_id, source_id, status
from query_table(
    [
        'told_target', 'told_budget', 'told_partner', 'raw.programme_outcomes',
        'raw.programme_resources'
    ],
    true
);

insert into programme_target by name
select
    * replace (
        cast(number_of(target) as integer) as target,
        nullif(relation, '') as relation,
        with_names(nullif(note, '')) as note
    ),
    if(relation = 'phase', note, '') as phase,
from told_target;

insert into programme_budget by name
select
    * replace (
        cast(number_of(amount_eur) as integer) as amount_eur,
        with_names(nullif(note, '')) as note
    ),
from told_budget;

insert into programme_result by name
select
    * exclude (as_of) replace (
        cast(number_of(nullif(value, '')) as integer) as value,
        with_names(nullif(note, '')) as note
    ),
    coalesce(published_date(as_of, as_of_precision), '') as as_of_text,
    first_day(as_of, as_of_precision) as as_of_first,
    last_day_of(as_of, as_of_precision) as as_of_last,
from raw.programme_outcomes;

insert into programme_resource by name
select
    * replace (
        cast(number_of(nullif(quantity, '')) as integer) as quantity,
        with_names(nullif(note, '')) as note
    ) rename (as_of as as_of_text),
    precision_of(as_of) as as_of_precision,
from raw.programme_resources;

insert into programme_partner by name
select * replace (nullif(known_now_as, '') as known_now_as)
from told_partner;

-- A capacity is no target, a voucher bound no budget; a result of the year of the end may be final.
insert into programme_reported by name
with target as (
    select
        programme_target.programme_id,
        string_agg(distinct indicator.label, ', ' order by indicator.label) filter (
            where (programme_target.programme_id, programme_target.indicator) not in (
                select (result.programme_id, result.indicator)
                from programme_result as result
                where result.value is not null
            )
        ) as without_result,
    from programme_target
    inner join code_label as indicator
        on indicator.list = 'indicator' and indicator.code = programme_target.indicator
    where coalesce(programme_target.relation, '') <> 'capacity'
    group by programme_target.programme_id
),

result as (
    select
        programme_result.programme_id,
        max(programme_result.as_of_last) as newest,
    from programme_result
    where programme_result.value is not null
    group by programme_result.programme_id
)

select
    programme.programme_id,
    target.programme_id is not null as has_target,
    result.programme_id is not null as has_result,
    coalesce(result.newest >= programme.ends_on_first, false) as has_final_result,
    programme.programme_id in (
        select budget.programme_id from programme_budget as budget where budget.stage <> 'rule'
    ) as has_budget,
    target.without_result,
    programme.status,
from programme
left join target on target.programme_id = programme.programme_id
left join result on result.programme_id = programme.programme_id;
