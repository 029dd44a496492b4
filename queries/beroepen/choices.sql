-- Under which names and titles can a group of UWV be found?
-- First the groups, technical ones before the others, then each title with a group it leads to.
with member as (
    select label as occupation_label, is_technical, technical_field, uwv_group_code
    from uwv_group
    inner join uwv_group_field using (uwv_group_code)
),

titled as (
    select distinct title, member.*
    from occupation_title
    inner join uwv_group_brc on brc_group_code = occupation_code
    inner join member using (uwv_group_code)
)

select
    occupation_label as label,
    'group' as kind,
    null as title,
    1 as groups,
    member.*,
from member
union all by name
select
    title || ' → ' || occupation_label as label,
    'title' as kind,
    count(*) over (partition by title) as groups,
    titled.*,
from titled
order by kind, is_technical desc, label;
