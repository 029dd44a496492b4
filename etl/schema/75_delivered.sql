-- One row per table about the records of a programme that may be shown: what is counted, by at most
-- two dimensions, per year, and up to the end of each quarter. There are no others.
create table programme_table (
    subject text,
    dimension_1 text,
    dimension_2 text,
    by_year boolean not null,
    by_quarter boolean not null,
    primary key (subject, dimension_1, dimension_2),
);

-- One row per indicator of a target and unit that it can be in, with what a delivery counts of it:
-- NULL where it counts nothing in this unit.
create table target_unit (
    indicator text,
    unit text,
    subject text,
    dimension text not null,
    category text not null,
    primary key (indicator, unit),
);

-- One row per programme that delivered: the delivery that counts. Counts under small_count are not
-- shown, others to a multiple of count_base, amounts to a multiple of euro_base.
create table programme_delivery (
    programme_id text primary key,
    delivery_number integer not null,
    as_of_on date not null,
    small_count integer not null,
    count_base integer not null,
    euro_base decimal(12, 2) not null,
    status text not null,
    release_id text not null,
);

-- One row per programme, what is counted, category of each dimension ('' stands for all) and period
-- (all, a year, or from the start until the end of a quarter): a protected cell. number is rounded;
-- sign is withheld where it is not shown, for whatever reason. Amounts are shown with their number
-- only.
create table programme_cell (
    programme_id text not null,
    subject text not null,
    dimension_1 text not null,
    category_1 text not null,
    dimension_2 text not null,
    category_2 text not null,
    period_kind text not null,
    period text not null,
    number integer,
    granted_eur integer,
    paid_eur integer,
    sign text,
    status text not null,
    release_id text not null,
);

-- One row per dimension and category of a protected cell, with its Dutch name and its place.
create view programme_category as
select '' as dimension, '' as category, 'alle' as label, 0 as position,
union all by name
select
    dimension.dimension,
    code_label.code as category,
    code_label.label,
    case
        when code_label.list in ('at_work', 'technical')
            then array_position(['yes', 'no', 'unknown', 'too_early'], code_label.code)
        when code_label.code = 'unknown' then 99
        else 1
    end as position,
from (
    values
        ('stage', 'stage'),
        ('begun', 'begun'),
        ('route', 'route'),
        ('position', 'position'),
        ('outcome', 'outcome'),
        ('placement', 'placement'),
        ('instrument', 'instrument'),
        ('voucher_kind', 'voucher_kind'),
        ('voucher_state', 'voucher_state'),
        ('filled', 'filled'),
        ('technical', 'technical'),
        ('at_work_6', 'at_work'),
        ('at_work_12', 'at_work'),
        ('at_work_24', 'at_work'),
        ('target_group', 'target_group'),
        ('field', 'field'),
        ('from_field', 'field'),
        ('to_field', 'field')
) as dimension (dimension, list)
inner join code_label on code_label.list = dimension.list
union all by name
select
    'tension_class' as dimension,
    tension_class as category,
    label,
    row_number() over (order by position desc) as position,
from tension_class
union all by name
select
    unnest(['field', 'from_field', 'to_field']) as dimension,
    technical_field as category,
    label,
    position,
from technical_field
union all by name
select
    unnest(['from_sector', 'to_sector']) as dimension,
    sbi as category,
    label,
    position,
from sector
where length(sbi) = 1
union all by name
select 'occupation' as dimension, occupation_code as category, label, 1 as position,
from occupation
where kind = 'brc_group'
union all by name
select 'occupation' as dimension, code as category, label, 98 as position,
from code_label
where list = 'field'
union all by name
select
    'region' as dimension,
    region_code as category,
    arg_max(name, valid_to_year) as label,
    1 as position,
from region
where kind = 'arbeidsmarktregio'
group by region_code
union all by name
select
    unnest(['region', 'from_sector', 'to_sector', 'tension_class', 'funder']) as dimension,
    'unknown' as category,
    'onbekend' as label,
    99 as position,
union all by name
select distinct 'funder' as dimension, funder as category, funder as label, 1 as position,
from programme_budget
where funder not in ('', 'unknown');

-- One row per protected cell under its Dutch names, beside the number that it is a part of: of all,
-- or of all in the category of its second dimension. Whether somebody still works is a part of those
-- of whom that could be known by then: all but who left too recently, or else the sum of the answers.
create view named_cell as
with answered as (
    select
        programme_id,
        subject,
        dimension_1,
        dimension_2,
        category_2,
        period_kind,
        period,
        max(number) filter (category_1 = 'too_early') as too_early,
        if(
            count(number) filter (category_1 <> 'too_early') = 3,
            sum(number) filter (category_1 <> 'too_early'),
            null
        ) as answers,
    from programme_cell
    where starts_with(dimension_1, 'at_work_')
    group by all
)

select
    cell.*,
    programme_name_of(cell.programme_id) as programme_name,
    label_of('subject', cell.subject) as subject_label,
    one.label as category_1_label,
    one.position as position_1,
    two.label as category_2_label,
    two.position as position_2,
    coalesce(period_label_of(cell.period), 'hele looptijd') as period_label,
    if(cell.granted_eur is null, 'withheld', null) as granted_eur_sign,
    if(cell.paid_eur is null, 'withheld', null) as paid_eur_sign,
    base.number as whole_number,
    base.sign as whole_number_sign,
    of_whole.low_pct as of_whole_low_pct,
    of_whole.high_pct as of_whole_high_pct,
    case
        when base.sign = 'not_applicable' then base.sign
        when 'withheld' in (cell.sign, base.sign) then 'withheld'
        when base.number is not null then of_whole.sign
    end as of_whole_pct_sign,
    if(cell.status = 'published', 'estimated', cell.status) as share_status,
from programme_cell as cell
inner join programme_delivery as delivery using (programme_id)
inner join programme_category as one
    on one.dimension = cell.dimension_1 and one.category = cell.category_1
inner join programme_category as two
    on two.dimension = cell.dimension_2 and two.category = cell.category_2
left join programme_cell as whole
    on cell.dimension_1 <> ''
    and whole.programme_id = cell.programme_id
    and whole.subject = cell.subject
    and whole.dimension_1 = cell.dimension_2
    and whole.category_1 = cell.category_2
    and whole.dimension_2 = ''
    and whole.period_kind = cell.period_kind
    and whole.period = cell.period
left join answered
    on answered.programme_id = cell.programme_id
    and answered.subject = cell.subject
    and answered.dimension_1 = cell.dimension_1
    and answered.dimension_2 = cell.dimension_2
    and answered.category_2 = cell.category_2
    and answered.period_kind = cell.period_kind
    and answered.period = cell.period
cross join lateral (
    select
        cast(coalesce(whole.number - answered.too_early, answered.answers) as integer)
            as measurable
) as known
cross join lateral (
    select
        case
            when answered.programme_id is null then whole.number
            when cell.category_1 <> 'too_early' and measurable >= delivery.small_count
                then measurable
        end as number,
        case
            when answered.programme_id is null then whole.sign
            when cell.category_1 = 'too_early' then 'not_applicable'
            when coalesce(measurable < delivery.small_count, true) then 'withheld'
        end as sign,
        case
            when answered.programme_id is null then 1
            when whole.number - answered.too_early is null then 3
            else 2
        end as counts,
) as base
cross join lateral (
    select
        unnest(
            rate_of(cell.number, base.number, delivery.count_base // 2, wholes := base.counts)
        ),
) as of_whole;
