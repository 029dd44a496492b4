-- What does an imported file change per quarter, and which of its rows do not count? Needs
-- before_import, occupation_tension as it was, and imported, that of the file alone; binds the
-- $release_id that the rows of the file have in occupation_tension.
with after_import as (
    select
        *,
        release_id = $release_id as is_of_the_file,
    from occupation_tension
    semi join imported using (quarter)
),

compared as (
    select
        now.quarter,
        now.region_code,
        bool_and(before.quarter is null) as is_new,
        count(*) filter (before.quarter is null) as added,
        count(*) filter (
            before.quarter is not null
            and (now.open_vacancies, now.vacancies_sign, now.ww_under_6_months, now.ww_sign,
                now.tension_ratio, now.tension_class)
            is distinct from (
                before.open_vacancies, before.vacancies_sign, before.ww_under_6_months,
                before.ww_sign, before.tension_ratio, before.tension_class
            )
        ) as replaced,
    from after_import as now
    left join before_import as before using (quarter, region_code, uwv_group_code)
    group by all
),

counted as (
    select
        quarter,
        count(*) filter (is_new) as regions_added,
        count(*) filter (not is_new and added + replaced > 0) as regions_changed,
        count(*) filter (not is_new and added + replaced = 0) as regions_kept,
        coalesce(sum(added) filter (not is_new), 0) as rows_added,
        coalesce(sum(replaced) filter (not is_new), 0) as rows_replaced,
        concat_ws(
            ', ',
            if(regions_added > 0, format('{} added', regions_added), null),
            if(
                regions_changed > 0,
                format('{} changed ({} rows added, {} replaced)', regions_changed, rows_added,
                    rows_replaced),
                null
            ),
            if(regions_kept > 0, format('{} kept', regions_kept), null)
        ) as said,
    from compared
    group by quarter
),

change as (
    select
        min(quarter) as first_quarter,
        if(count(*) = 1, min(quarter),
            format('{} to {} ({} quarters)', min(quarter), max(quarter), count(*))) as quarters,
        said,
    from counted
    group by said
),

-- A row of the newest file does not count when it knows less than an earlier one.
idle as (
    select
        imported.line,
        format(
            'row {} ({} / {} / {}): a blank or mark stands here where {} has a figure '
            '({} vacancies, {} WW)',
            imported.line,
            after_import.region_code,
            after_import.uwv_group_code,
            after_import.quarter,
            after_import.release_id,
            coalesce(cast(after_import.open_vacancies as text), after_import.vacancies_sign),
            coalesce(cast(after_import.ww_under_6_months as text), after_import.ww_sign)
        ) as said,
    from imported
    inner join after_import using (quarter, region_code, uwv_group_code)
    where not after_import.is_of_the_file
)

select
    (select coalesce(list(quarters || ', regions: ' || said order by first_quarter), []) from change) as changed,
    (select coalesce(list(said order by line), []) from idle) as idle;
