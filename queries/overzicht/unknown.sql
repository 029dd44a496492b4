-- What do we not know here, of figures up to a quarter? Each row is one gap, of a kind that
-- the sentences put into words. A fictitious figure counts as a gap, and of a fictitious programme
-- nothing is missing.
with figure as (
    select *
    from vacancies
    where
        source_id = 'cbs_vacancies'
        and open_vacancies is not null
        and status <> 'sample'
        and quarter <= $until
),

newest as (
    select max(quarter) as quarter
    from figure
),

sector_latest as (
    select
        region_name_of(region_code) as subject,
        short_label as detail,
        max(quarter) as quarter,
    from figure
    inner join sector using (sector_code)
    where
        region_code in (select unnest($region_codes))
        and sector_code in (select unnest($sector_codes))
    group by all
),

here as (
    select distinct
        programme.*,
        place.programme_region_code as region_code,
    from programme
    inner join programme_province as place using (programme_id)
    where
        programme.status <> 'sample'
        and (
            place.region_code in (select unnest($region_codes))
            or place.programme_region_code in (select unnest($region_codes))
            or place.programme_region_code = 'NL01'
        )
),

ran_in as (
    select distinct
        programme_id,
        here.name as subject,
        region.name as detail,
        starts_on_last,
        ends_on_first,
        region.region_code,
    from here
    inner join programme_province as place using (programme_id)
    inner join region_today as region
        on region.region_code in (place.region_code, place.programme_region_code)
    where region.region_code in (select unnest($region_codes))
),

quarters_within as (
    select
        programme_id,
        subject,
        detail,
        count(*) as quarters,
        count(open_vacancies) as figures,
    from ran_in
    inner join period
        on kind = 'quarter'
        and ends_on >= starts_on_last
        and starts_on <= ends_on_first
        and period <= (select quarter from newest)
    left join figure
        on sector_code = 'T001081'
        and figure.region_code = ran_in.region_code
        and quarter = period
    group by all
),

missing_quarters as (
    select
        region.name as subject,
        min_by(period.label, period.starts_on) as first_label,
        max_by(period.label, period.starts_on) as last_label,
        count(*) as quarters,
    from region_today as region
    inner join period on period.kind = 'quarter'
    anti join figure
        on figure.sector_code = 'T001081'
        and figure.region_code = region.region_code
        and figure.quarter = period.period
    where
        region.region_code in (select unnest($region_codes))
        and period.period < (select quarter from newest)
        and period.period > (select min(quarter) from figure)
    group by region.name
),

reported as (
    select distinct
        name as subject,
        state = 'ended' as has_ended,
        programme_reported.*,
    from here
    inner join programme_reported using (programme_id)
)

select
    1 as position,
    'behind' as kind,
    subject,
    string_agg(detail, ', ' order by detail) as detail,
    period_label_of(quarter) as period_label,
from sector_latest
where quarter < (select quarter from newest)
group by subject, quarter
union all by name
select
    2 as position,
    'gap_while_running' as kind,
    subject,
    detail,
    if(figures = 0, format('alle {}', quarters), format('{} van de {}', quarters - figures, quarters))
        as period_label,
from quarters_within
where figures < quarters
union all by name
select
    3 as position,
    'series_gap' as kind,
    subject,
    format('{} en {}', first_label, last_label) as detail,
    cast(quarters as text) as period_label,
from missing_quarters
union all by name
select
    4 as position,
    case
        when not has_target and not has_result then 'no_figures'
        when not has_target then 'no_target'
        when not has_result or without_result is not null then 'no_result'
    end as kind,
    subject,
    without_result as detail,
from reported
where kind is not null
union all by name
select 4 as position, 'no_final_result' as kind, subject,
from reported
where has_result and not has_final_result and has_ended
union all by name
select 5 as position, 'no_budget' as kind, subject,
from reported
where not has_budget
union all by name
select 6 as position, 'state_unknown' as kind, name as subject,
from here
where state = 'unknown'
union all by name
select
    7 as position,
    'not_published_by_cbs' as kind,
    region.name as subject,
    string_agg(here.name, ', ' order by here.name) as detail,
from here
inner join region_today as region using (region_code)
where region.kind = 'arbeidsmarktregio'
group by region.name
order by position, subject, kind, detail;
