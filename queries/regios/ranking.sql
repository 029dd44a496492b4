-- Where is this measure highest in this period, and how does it compare with before and Nederland?
-- A rank runs from best to worst that the ranges allow among the regions with a figure: figures whose
-- ranges touch share it. Each missing one may stand above, so among all regions it may be that much
-- lower; a region without vacancies and jobseekers has no tension, so it is not missing. The five
-- classes are those of UWV for its tension; otherwise they divide the regions with a figure.
with asked as (
    select
        period,
        label,
        kind,
        starts_on,
        starts_on
        - case kind
            when 'quarter' then interval 3 months
            when 'month' then interval 1 month
            else interval 1 year
        end as previous_starts_on,
        starts_on - interval 1 year as year_before_starts_on,
        starts_on - interval 5 years as five_years_before_starts_on,
    from period
    where period = $period
),

-- The regions of today, under the name that they had in the period.
place as (
    select
        today.region_code,
        coalesce(named.name, today.name) as name,
    from region_today as today
    cross join asked
    left join region as named
        on named.region_code = today.region_code
        and year(asked.starts_on) between named.valid_from_year and named.valid_to_year
    where today.kind = $kind
),

figure as (
    select region_figure.*, period.starts_on
    from region_figure
    inner join period on period.period = region_figure.period
    inner join asked
        on asked.kind = period.kind
        and period.starts_on in (
            asked.starts_on,
            asked.previous_starts_on,
            asked.year_before_starts_on,
            asked.five_years_before_starts_on
        )
    where
        region_figure.measure = $measure
        and region_figure.breakdown = $breakdown
        and (region_figure.status <> 'sample' or $with_sample)
),

current as (
    select figure.*
    from figure
    inner join place using (region_code)
    where figure.period = $period
),

counted as (
    select
        count(current.figure_low + current.figure_high) as known_regions,
        count(*) filter (
            current.figure_low + current.figure_high is null
            and current.sign is distinct from 'not_applicable'
        ) as missing_regions,
    from place
    left join current using (region_code)
),

ranked as (
    select
        current.region_code,
        1 + count(*) filter (other.figure_low > current.figure_high) as rank_best,
        count(*) filter (other.figure_high >= current.figure_low) as rank_worst,
        count(*) filter (other.figure_high < current.figure_low)
        / greatest(count(*) - 1, 1) as part_below,
    from current
    inner join current as other
        on other.figure_low is not null and other.figure_high is not null
    where current.figure_low is not null and current.figure_high is not null
    group by current.region_code
)

select
    span_text(ranked.rank_best, ranked.rank_worst) as known_rank_label,
    span_text(ranked.rank_best, ranked.rank_worst + counted.missing_regions) as all_rank_label,
    known_rank_label || if(
        counted.missing_regions = 0,
        format(' van {}', counted.known_regions),
        format(
            ' van {} bekende (van alle {}: {})',
            counted.known_regions,
            counted.known_regions + counted.missing_regions,
            all_rank_label
        )
    ) as rank_label,
    ranked.rank_best as rank,
    counted.known_regions,
    counted.missing_regions,
    place.name as region_name,
    asked.label as period_label,
    current.figure,
    current.figure_low,
    current.figure_high,
    current.sign,
    class.label as class_label,
    case
        when $measure = 'tension' then class.position
        when ranked.part_below is not null
            then 1 + cast(floor(least(ranked.part_below, 0.99) * 5) as integer)
    end as class,
    previous.figure as figure_previous,
    previous.sign as figure_previous_sign,
    current.figure - previous.figure as change_previous,
    current.figure_low > previous.figure_high or current.figure_high < previous.figure_low
        as is_changed_previous,
    year_before.figure as figure_year_before,
    year_before.sign as figure_year_before_sign,
    current.figure - year_before.figure as change_year_before,
    current.figure_low > year_before.figure_high or current.figure_high < year_before.figure_low
        as is_changed_year_before,
    five_years_before.figure as figure_five_years_before,
    five_years_before.sign as figure_five_years_before_sign,
    current.figure - five_years_before.figure as change_five_years_before,
    current.figure_low > five_years_before.figure_high
        or current.figure_high < five_years_before.figure_low as is_changed_five_years_before,
    country.figure as figure_country,
    country.sign as figure_country_sign,
    current.figure - country.figure as change_country,
    current.figure_low > country.figure_high or current.figure_high < country.figure_low
        as is_changed_country,
    period_label_of(current.base_period) as base_label,
    measure.unit as unit_label,
    measure.decimals,
    coalesce(regexp_extract(source.publisher, '\(([A-Z]+)\)', 1), '') as publisher,
    coalesce(current.status, 'published') as status,
    previous.status as previous_status,
    year_before.status as year_before_status,
    five_years_before.status as five_years_before_status,
    country.status as country_status,
    current.release_status,
    place.region_code,
    $measure as measure,
    $breakdown as breakdown,
    asked.period,
    current.base_period,
    current.release_id,
    current.second_release_id,
    current.line,
from asked
cross join counted
cross join place
inner join measure on measure.measure = $measure
left join source using (source_id)
left join current using (region_code)
left join ranked using (region_code)
left join figure as previous
    on previous.region_code = place.region_code
    and previous.starts_on = asked.previous_starts_on
    and (previous.status = 'sample') = (current.status = 'sample')
left join figure as year_before
    on year_before.region_code = place.region_code
    and year_before.starts_on = asked.year_before_starts_on
    and (year_before.status = 'sample') = (current.status = 'sample')
left join figure as five_years_before
    on five_years_before.region_code = place.region_code
    and five_years_before.starts_on = asked.five_years_before_starts_on
    and (five_years_before.status = 'sample') = (current.status = 'sample')
left join figure as country
    on country.region_code = 'NL01'
    and country.starts_on = asked.starts_on
    and (country.status = 'sample') = (current.status = 'sample')
left join tension_class as class
    on class.tension_class = current.tension_class
order by
    ranked.rank_best nulls last,
    ranked.rank_worst,
    coalesce(current.figure, current.figure_low) desc nulls last,
    place.name;
