-- The categories of a dimension are fixed beforehand, so that what is absent tells nothing.
insert into private.category by name
with listed (dimension, list) as (
    values
        ('route', 'route'),
        ('position', 'position'),
        ('outcome', 'outcome'),
        ('placement', 'placement'),
        ('instrument', 'instrument'),
        ('voucher_kind', 'voucher_kind'),
        ('target_group', 'target_group'),
        ('tension_class', 'tension_class'),
        ('filled', 'begun'),
        ('begun', 'begun'),
        ('at_work_6', 'known'),
        ('at_work_12', 'known'),
        ('at_work_24', 'known')
),

fixed as (
    select '' as dimension, '' as category
    union all by name
    select listed.dimension, code_label.code as category,
    from listed
    inner join code_label using (list)
    union all by name
    select 'stage' as dimension, unnest(['intake', 'started', 'exited']) as category
    union all by name
    select 'voucher_state' as dimension, unnest(['granted', 'paid']) as category
    union all by name
    select 'technical' as dimension, unnest(['yes', 'no', 'unknown']) as category
    union all by name
    select unnest(['field', 'from_field', 'to_field']) as dimension, technical_field as category,
    from technical_field
    union all by name
    select unnest(['field', 'from_field', 'to_field']) as dimension, 'other' as category
    union all by name
    select distinct 'occupation' as dimension, occupation as category from private.field
    union all by name
    select unnest(['from_sector', 'to_sector']) as dimension, sbi as category,
    from sector
    where length(sbi) = 1
    union all by name
    select
        unnest([
            'tension_class', 'field', 'from_field', 'to_field', 'occupation', 'from_sector',
            'to_sector', 'region', 'funder',
        ]) as dimension,
        'unknown' as category,
)

select delivery.programme_id, fixed.dimension, fixed.category,
from private.delivery
cross join fixed
union by name
select distinct
    delivery.programme_id,
    'region' as dimension,
    region_link.arbeidsmarktregio_code as category,
from private.delivery
inner join programme using (programme_id)
inner join programme_region using (programme_id)
inner join region_link
    on programme_region.region_code in (
        'NL01',
        region_link.arbeidsmarktregio_code,
        region_link.corop_code,
        region_link.provincie_code
    )
    and region_link.year >= least(
        year(programme.starts_on_first), (select max(year) from region_link)
    )
union by name
select distinct
    delivery.programme_id,
    'target_group' as dimension,
    programme_target.target_group as category,
from private.delivery
inner join programme_target using (programme_id)
where programme_target.target_group <> 'all'
union by name
select distinct
    delivery.programme_id,
    'funder' as dimension,
    programme_budget.funder as category,
from private.delivery
inner join programme_budget using (programme_id)
where programme_budget.funder <> '';

-- The periods of a programme: all of it, each year that has begun, up to each quarter that is over;
-- the day of the delivery is delivered whole.
create or replace table private.asked as
select
    delivery.programme_id,
    if(period.kind = 'year', 'year', 'until_quarter') as period_kind,
    period.period,
    if(period.kind = 'year', period.starts_on, '-infinity') as starts_on,
    period.ends_on,
from private.delivery
inner join programme using (programme_id)
inner join period
    on period.kind in ('year', 'quarter')
    and period.ends_on >= programme.starts_on_first
    and if(period.kind = 'year', period.starts_on, period.ends_on) <= delivery.as_of_on
union all by name
select
    programme_id,
    'all' as period_kind,
    '' as period,
    date '-infinity' as starts_on,
    date 'infinity' as ends_on,
from private.delivery;
