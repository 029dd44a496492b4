-- How many records lie in each cell of one protected table, exactly?
insert into private.exact_cell by name
with listed as (
    select *
    from programme_table
    where subject = $subject and dimension_1 = $dimension_1 and dimension_2 = $dimension_2
),

wanted as (
    select
        asked.programme_id,
        listed.subject,
        listed.dimension_1,
        one.category as category_1,
        listed.dimension_2,
        two.category as category_2,
        if(asked.period_kind = 'quarter', 'until_quarter', asked.period_kind) as period_kind,
        asked.period,
    from listed
    inner join private.asked
        on asked.period_kind = 'all'
        or (asked.period_kind = 'year' and listed.by_year)
        or (asked.period_kind = 'quarter' and listed.by_quarter)
    inner join private.category as one
        on one.programme_id = asked.programme_id and one.dimension = listed.dimension_1
    inner join private.category as two
        on two.programme_id = asked.programme_id and two.dimension = listed.dimension_2
),

of_one as (
    select
        record.programme_id,
        record.subject,
        listed.dimension_1,
        one.category as category_1,
        listed.dimension_2,
        two.category as category_2,
        if(asked.period_kind = 'quarter', 'until_quarter', asked.period_kind) as period_kind,
        asked.period,
        record.whose,
        sum(record.number) as number,
        sum(record.granted_eur) as granted_eur,
        sum(record.paid_eur) as paid_eur,
    from private.record
    inner join listed using (subject)
    inner join private.trait as one
        on one.programme_id = record.programme_id
        and one.subject = record.subject
        and one.record_key = record.record_key
        and one.dimension = $dimension_1
    inner join private.trait as two
        on two.programme_id = record.programme_id
        and two.subject = record.subject
        and two.record_key = record.record_key
        and two.dimension = $dimension_2
    inner join private.asked
        on asked.programme_id = record.programme_id
        and (
            asked.period_kind = 'all'
            or (
                asked.period_kind = 'year'
                and listed.by_year
                and record.happened_on between asked.starts_on and asked.ends_on
            )
            or (
                asked.period_kind = 'quarter'
                and listed.by_quarter
                and record.happened_on <= asked.ends_on
            )
        )
    where record.subject = $subject and one.subject = $subject and two.subject = $subject
    group by all
),

found as (
    select
        programme_id,
        subject,
        dimension_1,
        category_1,
        dimension_2,
        category_2,
        period_kind,
        period,
        sum(number) as number,
        max(number) as number_of_one,
        sum(granted_eur) as granted_eur,
        max(granted_eur) as granted_eur_of_one,
        sum(paid_eur) as paid_eur,
        max(paid_eur) as paid_eur_of_one,
    from of_one
    group by all
)

select
    wanted.*,
    coalesce(found.number, 0) as number,
    found.number_of_one,
    found.granted_eur,
    found.granted_eur_of_one,
    found.paid_eur,
    found.paid_eur_of_one,
from wanted
left join found using (
    programme_id,
    subject,
    dimension_1,
    category_1,
    dimension_2,
    category_2,
    period_kind,
    period
);
