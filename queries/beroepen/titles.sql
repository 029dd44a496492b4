-- Which titles lead to this group of UWV, and to which other groups do they lead?
with led as (
    select title, kind, uwv_group_code, label as occupation_label
    from occupation_title
    inner join uwv_group_brc on brc_group_code = occupation_code
    inner join uwv_group using (uwv_group_code)
)

select
    here.title,
    if(bool_and(here.kind = 'former'), 'vroegere titel', 'gangbare titel') as kind_label,
    string_agg(distinct there.occupation_label, ', ' order by there.occupation_label)
        as other_labels,
    definition.source,
    'estimated' as status,
    here.uwv_group_code,
from led as here
left join led as there
    on there.title = here.title and there.uwv_group_code <> here.uwv_group_code
inner join definition on definition.term = 'occupation_title'
where here.uwv_group_code = $uwv_group_code
group by here.title, definition.source, here.uwv_group_code
order by lower(here.title);
