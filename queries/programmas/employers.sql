-- How many vacancies did employers register with these programmes, and how many were filled?
-- Per year of registration and over the whole term; employers are counted once over all of it.
with cell as (
    select *
    from programme_cell
    where
        subject in ('vacancy', 'employer', 'match_interview')
        and dimension_1 in ('', 'filled')
        and dimension_2 = ''
        and period_kind in ('all', 'year')
        and programme_id in (select unnest($programme_ids))
        and (status <> 'sample' or $with_sample)
)

select
    programme.name as programme_name,
    coalesce(period.label, 'hele looptijd') as period_label,
    vacancy.number as registered,
    vacancy.sign as registered_sign,
    filled.number as filled,
    filled.sign as filled_sign,
    cast(round(100.0 * filled.number / vacancy.number) as integer) as filled_pct,
    if('withheld' in (filled.sign, vacancy.sign), 'withheld', null) as filled_pct_sign,
    not_filled.number as not_filled,
    not_filled.sign as not_filled_sign,
    interview.number as match_interviews,
    interview.sign as match_interviews_sign,
    employer.number as employers,
    employer.sign as employers_sign,
    if(vacancy.status = 'published', 'estimated', vacancy.status) as share_status,
    vacancy.status,
    vacancy.programme_id,
    vacancy.period,
    vacancy.release_id,
from cell as vacancy
inner join programme using (programme_id)
inner join cell as filled
    on filled.programme_id = vacancy.programme_id
    and filled.period = vacancy.period
    and filled.dimension_1 = 'filled'
    and filled.category_1 = 'yes'
inner join cell as not_filled
    on not_filled.programme_id = vacancy.programme_id
    and not_filled.period = vacancy.period
    and not_filled.dimension_1 = 'filled'
    and not_filled.category_1 = 'no'
inner join cell as interview
    on interview.programme_id = vacancy.programme_id
    and interview.period = vacancy.period
    and interview.subject = 'match_interview'
left join cell as employer
    on employer.programme_id = vacancy.programme_id
    and employer.period = vacancy.period
    and employer.subject = 'employer'
left join period on period.period = vacancy.period
where vacancy.subject = 'vacancy' and vacancy.dimension_1 = ''
order by
    array_position($programme_ids, vacancy.programme_id), vacancy.period = '', vacancy.period;
