-- How many vacancies did employers register with these programmes, and how many were filled?
-- Employers are counted once over the whole term; a share is of the vacancies of the same period.
with listed as (
    select *
    from (
        values
            (1, 'aangemelde vacatures', 'vacancy', '', ''),
            (2, 'waarvan vervuld', 'vacancy', 'filled', 'yes'),
            (3, 'waarvan niet vervuld', 'vacancy', 'filled', 'no'),
            (4, 'werkgevers met een vacature', 'employer', '', ''),
            (5, 'matchgesprekken', 'match_interview', '', '')
    ) as listed (position, label, subject, dimension, category)
),

found as (
    select
        listed.*,
        cell.programme_id,
        cell.period_kind,
        cell.period,
        cell.number,
        cell.sign,
        cell.status,
        cell.release_id,
    from listed
    inner join programme_cell as cell
        on cell.subject = listed.subject
        and cell.dimension_1 = listed.dimension
        and cell.category_1 = listed.category
        and cell.dimension_2 = ''
    where
        cell.period_kind in ('all', 'year')
        and cell.programme_id in (select unnest($programme_ids))
        and (cell.status <> 'sample' or $with_sample)
)

select
    programme.name as programme_name,
    coalesce(period.label, 'hele looptijd') as period_label,
    found.label as measure_label,
    found.number,
    found.sign,
    whole.number as whole_number,
    whole.sign as whole_number_sign,
    cast(round(100.0 * found.number / whole.number) as integer) as of_whole_pct,
    if('withheld' in (found.sign, whole.sign), 'withheld', null) as of_whole_pct_sign,
    if(found.status = 'published', 'estimated', found.status) as share_status,
    found.status,
    found.programme_id,
    found.period,
    found.release_id,
from found
inner join programme using (programme_id)
left join found as whole
    on whole.programme_id = found.programme_id
    and whole.period = found.period
    and whole.position = 1
    and found.dimension = 'filled'
left join period on period.period = found.period
order by
    array_position($programme_ids, found.programme_id),
    found.period,
    found.position;
