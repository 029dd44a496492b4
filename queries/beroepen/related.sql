-- Which groups are related to this one, and how tight are they in this region and quarter?
-- Related: of the same techniekdomein, or of the same segment of BRC 2014.
with member as (
    select uwv_group_code, technical_field, parent_code
    from uwv_group_brc
    inner join occupation on occupation_code = brc_group_code
    where uwv_group_code is not null
),

kin as (
    select
        other.uwv_group_code,
        coalesce(bool_or(other.technical_field = own.technical_field), false) as shares_field,
        bool_or(other.parent_code = own.parent_code) as shares_segment,
    from member as own
    inner join member as other
        on other.uwv_group_code <> own.uwv_group_code
        and (
            other.technical_field = own.technical_field
            or other.parent_code = own.parent_code
        )
    where own.uwv_group_code = $uwv_group_code
    group by all
)

select
    uwv_group.label as occupation_label,
    case
        when kin.shares_field and kin.shares_segment then 'zelfde techniekdomein en segment'
        when kin.shares_field then 'zelfde techniekdomein'
        else 'zelfde segment'
    end as relation_label,
    region.name as region_name,
    period_label_of($quarter) as quarter_label,
    figure.* exclude (breakdown, region_code, quarter, status, release_id, line),
    'estimated' as status,
    figure.status as tension_status,
    uwv_group.uwv_group_code,
    region.region_code,
    $quarter as quarter,
    definition.source,
    figure.release_id,
    figure.line,
from kin
inner join uwv_group using (uwv_group_code)
inner join definition on definition.term = 'uwv_group'
inner join region_today as region on region.region_code = $region_code
left join tension_figure as figure
    on figure.breakdown = kin.uwv_group_code
    and figure.region_code = $region_code
    and figure.quarter = $quarter
    and (figure.status <> 'sample' or $with_sample)
order by kin.shares_field desc, kin.shares_segment desc, uwv_group.label;
