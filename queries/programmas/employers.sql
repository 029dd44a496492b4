-- How many vacancies did employers register with these programmes, and how many were filled?
-- Per year of registration and over the whole term; employers are counted once over all of it.
select
    programme_name_of(programme_id) as programme_name,
    coalesce(period_label_of(period), 'hele looptijd') as period_label,
    max(number) filter (subject = 'vacancy' and dimension_1 = '') as registered,
    max(sign) filter (subject = 'vacancy' and dimension_1 = '') as registered_sign,
    max(number) filter (category_1 = 'yes') as filled,
    max(sign) filter (category_1 = 'yes') as filled_sign,
    rate_of(filled, registered, max(count_base) // 2)['low_pct'] as filled_low_pct,
    rate_of(filled, registered, max(count_base) // 2)['high_pct'] as filled_high_pct,
    rate_of(filled, registered, max(count_base) // 2)['sign'] as filled_pct_sign,
    max(number) filter (category_1 = 'no') as not_filled,
    max(sign) filter (category_1 = 'no') as not_filled_sign,
    max(number) filter (subject = 'match_interview') as match_interviews,
    max(sign) filter (subject = 'match_interview') as match_interviews_sign,
    max(number) filter (subject = 'employer') as employers,
    max(sign) filter (subject = 'employer') as employers_sign,
    if(cell.status = 'published', 'estimated', cell.status) as share_status,
    cell.status,
    programme_id,
    period,
    cell.release_id,
from programme_cell as cell
inner join programme_delivery using (programme_id)
where
    programme_id in (select unnest($programme_ids))
    and subject in ('vacancy', 'employer', 'match_interview')
    and dimension_1 in ('', 'filled')
    and dimension_2 = ''
    and period_kind in ('all', 'year')
    and (cell.status <> 'sample' or $with_sample)
group by all
order by array_position($programme_ids, any_value(programme_id)), period_label;
