-- How tight it was where and while a programme ran, per techniekdomein and, as its cells are counted,
-- over all six together: quotients of sums over its regions and quarters. A programme and its tension
-- are both fictitious, or neither is. A source that names only the year of an end leaves the term
-- unknown, unless a delivery says how far it is.
delete from programme_tension;

insert into programme_tension by name
with run as (
    select
        programme.programme_id,
        programme.status,
        if(
            programme.starts_on_precision in ('day', 'month'), programme.starts_on_first, null
        ) as starts_on,
        if(programme.ends_on_precision in ('day', 'month'), programme.ends_on_last, null) as ended_on,
        least(
            coalesce(ended_on, delivery.as_of_on), coalesce(delivery.as_of_on, ended_on)
        ) as ends_on,
    from programme
    left join programme_delivery as delivery using (programme_id)
),

newest as (
    select status = 'sample' as is_sample, max(quarter) as quarter
    from field_tension
    group by is_sample
),

moment as (
    select run.programme_id, period.period as quarter, false as is_now
    from run
    inner join period
        on period.kind = 'quarter'
        and period.ends_on >= run.starts_on
        and period.starts_on <= run.ends_on
    union all by name
    select run.programme_id, newest.quarter, true as is_now
    from run
    inner join newest on newest.is_sample = (run.status = 'sample')
),

place as (
    select distinct
        programme_region.programme_id,
        region_link.arbeidsmarktregio_code as region_code,
    from programme_region
    inner join region_link
        on programme_region.region_code in (
            'NL01',
            region_link.arbeidsmarktregio_code,
            region_link.corop_code,
            region_link.provincie_code
        )
    where region_link.year = (select max(year) from region_link)
),

-- Regions do not overlap, so each counts once in all of them together, also one that lies in two
-- provinces.
area as (
    select programme_id, region_code, region_code as member_code from place
    union all by name
    select programme_id, '' as region_code, region_code as member_code from place
),

measured as (
    select
        area.programme_id,
        area.region_code,
        field.technical_field,
        moment.quarter,
        moment.is_now,
        run.status as programme_status,
        count(*) = count(tension.vacancies_low + tension.ww_low) as is_known,
        if(is_known, sum(tension.vacancies_low), null) as vacancies_low,
        if(is_known, sum(tension.vacancies_high), null) as vacancies_high,
        if(is_known, sum(tension.ww_low), null) as ww_low,
        if(is_known, sum(tension.ww_high), null) as ww_high,
        max(tension.release_id) as release_id,
    from area
    inner join run using (programme_id)
    inner join moment using (programme_id)
    cross join (
        select distinct technical_field from field_tension where technical_field <> 'crafts'
    ) as field
    left join field_tension as tension
        on tension.region_code = area.member_code
        and tension.technical_field = field.technical_field
        and tension.quarter = moment.quarter
        and (tension.status = 'sample') = (run.status = 'sample')
    group by all
),

bounded as (
    select
        *,
        ratio_low_of(vacancies_low, ww_high) as ratio_low,
        ratio_high_of(vacancies_high, ww_low) as ratio_high,
    from measured
),

during as (
    select
        programme_id,
        region_code,
        technical_field,
        min(quarter) as first_quarter,
        max(quarter) as last_quarter,
        count(*) as quarters,
        count(*) filter (is_known) as known_quarters,
        -- A mean of fewer than half of the quarters says too little of the whole term.
        2 * known_quarters >= quarters as is_enough,
        if(is_enough, avg(vacancies_low), null) as stock_low,
        if(is_enough, avg(vacancies_high), null) as stock_high,
        if(is_enough, ratio_low_of(sum(vacancies_low), sum(ww_high)), null) as ratio_low,
        if(is_enough, ratio_high_of(sum(vacancies_high), sum(ww_low)), null) as ratio_high,
        max(release_id) as release_id,
    from bounded
    where not is_now
    group by programme_id, region_code, technical_field
)

select
    now.programme_id,
    now.region_code,
    now.technical_field,
    during.first_quarter,
    during.last_quarter,
    coalesce(during.quarters, 0) as quarters,
    coalesce(during.known_quarters, 0) as known_quarters,
    during.stock_low,
    during.stock_high,
    during.ratio_low,
    during.ratio_high,
    class_within(during.ratio_low, during.ratio_high) as tension_class,
    at_start.vacancies_low as start_vacancies_low,
    at_start.vacancies_high as start_vacancies_high,
    at_start.ratio_low as start_ratio_low,
    at_start.ratio_high as start_ratio_high,
    class_within(at_start.ratio_low, at_start.ratio_high) as start_class,
    at_end.vacancies_low as end_vacancies_low,
    at_end.vacancies_high as end_vacancies_high,
    at_end.ratio_low as end_ratio_low,
    at_end.ratio_high as end_ratio_high,
    class_within(at_end.ratio_low, at_end.ratio_high) as end_class,
    now.quarter as now_quarter,
    now.ratio_low as now_ratio_low,
    now.ratio_high as now_ratio_high,
    class_within(now.ratio_low, now.ratio_high) as now_class,
    if(now.programme_status = 'sample', 'sample', 'estimated') as status,
    coalesce(now.release_id, during.release_id) as release_id,
from bounded as now
left join during using (programme_id, region_code, technical_field)
left join bounded as at_start
    on at_start.programme_id = during.programme_id
    and at_start.region_code = during.region_code
    and at_start.technical_field = during.technical_field
    and at_start.quarter = during.first_quarter
    and not at_start.is_now
left join bounded as at_end
    on at_end.programme_id = during.programme_id
    and at_end.region_code = during.region_code
    and at_end.technical_field = during.technical_field
    and at_end.quarter = during.last_quarter
    and not at_end.is_now
where now.is_now and coalesce(now.release_id, during.release_id) is not null
order by all;
