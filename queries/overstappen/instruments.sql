-- Which vouchers and training did programmes publish for this region, and within which bounds?
-- A programme of a province, or of the whole country, holds for the regions in it.
with place as (
    select
        $region_code as region_code,
        'dit gebied' as where_label,
        1 as nearness,
    union all by name
    select
        neighbour_code as region_code,
        'buurregio' as where_label,
        2 as nearness,
    from region_neighbour
    where region_code = $region_code and $with_neighbours
),

reach as (
    select * from place
    union all by name
    select
        region_part.provincie_code as region_code,
        place.where_label,
        place.nearness,
    from place
    inner join region_part_today as region_part
        on region_part.arbeidsmarktregio_code = place.region_code
    union all by name
    select
        'NL01' as region_code,
        'dit gebied' as where_label,
        1 as nearness,
),

reached as (
    select
        programme_region.programme_id,
        arg_min(reach.where_label, reach.nearness) as where_label,
        min(reach.nearness) as nearness,
    from programme_region
    inner join reach
        on reach.region_code = programme_region.region_code or $region_code = 'NL01'
    group by programme_region.programme_id
),

named as (
    select
        programme_region.programme_id,
        string_agg(region.name, ', ' order by region.name) as region_names,
    from programme_region
    inner join region_today as region on region.region_code = programme_region.region_code
    group by programme_region.programme_id
)

select
    programme.name as programme_name,
    named.region_names,
    reached.where_label,
    label_of('state', programme.state) as state_label,
    label_of('budget_kind', rule.budget_kind) as budget_kind_label,
    rule.amount_eur,
    rule."precision",
    label_of('per', rule.per) as per_label,
    rule.note,
    source.publisher as source_names,
    programme.state,
    programme.programme_id,
    if('sample' in (rule.status, programme.status), 'sample', rule.status) as status,
    rule.source_id,
    rule.release_id,
    rule.line,
from programme_budget as rule
inner join reached using (programme_id)
inner join programme using (programme_id)
inner join named using (programme_id)
inner join source on source.source_id = rule.source_id
where
    rule.stage = 'rule'
    and (rule.status <> 'sample' or $with_sample)
    and (programme.status <> 'sample' or $with_sample)
order by
    array_position(['running', 'planned', 'unknown', 'ended'], programme.state),
    reached.nearness,
    programme.name,
    rule.line;
