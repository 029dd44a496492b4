-- Do figures of UWV that pages quoted agree with a file of UWV about the same region and quarter?
-- Of all groups in the file together, with what counts under ten leave open; a rounded quote may
-- differ by a twentieth. A difference is a remark, for the file may be revised or hold fewer groups.
with filed as (
    select
        region_code,
        quarter,
        count(*) as groups,
        sum(low_of(open_vacancies, vacancies_sign)) as vacancies_low,
        sum(high_of(open_vacancies, vacancies_sign)) as vacancies_high,
        ratio_low_of(vacancies_low, sum(high_of(ww_under_6_months, ww_sign))) as ratio_low,
        ratio_high_of(vacancies_high, sum(low_of(ww_under_6_months, ww_sign))) as ratio_high,
        min(status) as status,
        max(release_id) as release_id,
    from occupation_tension
    where status = 'published'
    group by region_code, quarter
),

compared as (
    select
        quoted.*,
        filed.* exclude (status, release_id),
        filed.release_id as second_release_id,
        case
            when class_label is not null then list_contains(
                [
                    class_label_of(tension_class_of(ratio_low)),
                    class_label_of(tension_class_of(ratio_high))
                ],
                class_label
            )
            when is_count then
                (quoted_number * (1 - margin) <= vacancies_high or "precision" = 'at_most')
                and (quoted_number * (1 + margin) >= vacancies_low or "precision" = 'at_least')
            else
                (quoted_number - margin <= ratio_high or "precision" = 'at_most')
                and (quoted_number + margin >= ratio_low or "precision" = 'at_least')
        end as agrees,
    from (
        select
            *,
            indicator_label = 'openstaande vacatures' as is_count,
            if("precision" = 'exact', 0.01, 0.05) as margin,
        from quoted_figure
        where
            (
                class_label is not null
                and remark is distinct from label_of('remark', 'technical and construction occupations')
            )
            or indicator_label in (
                'openstaande vacatures', 'spanning', 'spanningsindicator alle beroepen'
            )
    ) as quoted
    inner join filed
        on quoted.region_codes = [filed.region_code]
        and quoted.period_code = filed.quarter
)

select
    if(agrees, 'komt overeen', 'wijkt af') as agrees_label,
    period_label,
    region_text,
    indicator_label,
    quoted_number,
    class_label,
    "precision",
    unit_label,
    remark,
    groups,
    if(is_count, vacancies_low, round(ratio_low, 2)) as file_low,
    if(is_count, vacancies_high, round(ratio_high, 2)) as file_high,
    url,
    status,
    period_code,
    region_codes,
    release_id,
    second_release_id,
    line,
from compared
order by agrees, ends_on desc, region_text, indicator_label;
