-- Which qualifications of mbo are called exactly as a title that leads to this group of UWV, and at which
-- level are they? Without regard to capitals; a name that is only alike is another.
select
    qualification_label,
    level_label,
    domain_label,
    learning_path_label,
    crebo,
    period_label,
    status,
    mbo_level,
    period,
    release_id,
    line,
from known_qualification
where
    lower(qualification_label) in (
        select lower(title)
        from occupation_title
        inner join uwv_group_brc on brc_group_code = occupation_code
        where uwv_group_code = $uwv_group_code
    )
order by lower(qualification_label), crebo;
