-- Which qualifications of technical domains of mbo hold all of these words, and at which level are they?
-- As the regulation named them in the month of the period. No words: all of them.
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
    is_technical
    and list_bool_and(
        list_transform(
            string_split(lower(strip_accents(trim($words))), ' '),
            lambda word: contains(
                lower(strip_accents(concat_ws(' ', qualification_label, domain_label, level_label, crebo))),
                word
            )
        )
    )
order by
    case $order_by when 'level' then mbo_level when 'domain' then domain_label end,
    lower(qualification_label);
