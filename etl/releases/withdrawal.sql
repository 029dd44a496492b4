-- What changes per table and period when a release is taken out or put back? Needs figure_before and
-- figure_now: rows of known_figure.
with compared as (
    select
        coalesce(before.table_label, now.table_label) as table_label,
        coalesce(before.period, now.period, '') as period,
        now.identity is null as is_gone,
        before.identity is null as is_new,
        before.identity is not null
        and now.identity is not null
        and (before.figure, before.sign, before.text) is distinct from (now.figure, now.sign, now.text)
            as is_other,
    from figure_before as before
    full join figure_now as now using (identity)
)

select
    concat_ws(
        ', ',
        concat(table_label, if(period = '', '', ' ' || period)),
        if(count_if(is_gone) > 0, format('{} figures disappear', count_if(is_gone)), null),
        if(count_if(is_other) > 0, format('{} become another', count_if(is_other)), null),
        if(count_if(is_new) > 0, format('{} appear', count_if(is_new)), null)
    ) as said,
from compared
where is_gone or is_new or is_other
group by table_label, period
order by table_label, period;
