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
        provincie_code as region_code,
        where_label,
        nearness,
    from place
    inner join region_part_today on arbeidsmarktregio_code = region_code
    union all by name
    select
        'NL01' as region_code,
        'dit gebied' as where_label,
        1 as nearness,
),

reached as (
    select
        programme_id,
        arg_min(where_label, nearness) as where_label,
        min(nearness) as nearness,
    from programme_region
    inner join reach
        on reach.region_code = programme_region.region_code or $region_code = 'NL01'
    group by programme_id
)

select
    programme.name as programme_name,
    region_names_of(programme_id) as region_names,
    where_label,
    label_of('state', state) as state_label,
    label_of('budget_kind', budget_kind) as budget_kind_label,
    amount_eur,
    "precision",
    label_of('per', per) as per_label,
    rule.note,
    publisher_of(source_id) as source_names,
    state,
    programme_id,
    if('sample' in (rule.status, programme.status), 'sample', rule.status) as status,
    source_id,
    rule.release_id,
    rule.line,
from programme_budget as rule
inner join reached using (programme_id)
inner join programme using (programme_id)
where
    stage = 'rule'
    and (rule.status <> 'sample' or $with_sample)
    and (programme.status <> 'sample' or $with_sample)
order by
    array_position(['running', 'planned', 'unknown', 'ended'], state),
    nearness,
    programme.name,
    rule.line;
