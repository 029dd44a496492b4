-- Which groups are related to this one, and how tight are they in this region and quarter?
-- Related: of the same techniekdomein, or of the same segment of BRC 2014.
with member as (
    select
        uwv_group_brc.uwv_group_code,
        occupation.technical_field,
        occupation.parent_code,
    from uwv_group_brc
    inner join occupation on occupation.occupation_code = uwv_group_brc.brc_group_code
    where uwv_group_brc.uwv_group_code is not null
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
    class_label_of(figure.tension_class) as class_label,
    figure.figure as tension_ratio,
    figure.figure_low as tension_low,
    figure.figure_high as tension_high,
    figure.sign,
    figure.tension_class,
    coalesce(figure.status, 'estimated') as status,
    figure.release_status,
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
left join region_figure as figure
    on figure.measure = 'tension'
    and figure.breakdown = kin.uwv_group_code
    and figure.region_code = $region_code
    and figure.period = $quarter
    and (figure.status <> 'sample' or $with_sample)
order by kin.shares_field desc, kin.shares_segment desc, uwv_group.label;
