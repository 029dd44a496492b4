-- How many records lie in each cell of one protected table, exactly?
insert into private.exact_cell by name
with listed as (
    select
        asked.programme_id,
        programme_table.subject,
        programme_table.dimension_1,
        programme_table.dimension_2,
        asked.period_kind,
        asked.period,
        asked.starts_on,
        asked.ends_on,
    from programme_table
    inner join private.asked
        on asked.period_kind = 'all'
        or (asked.period_kind = 'year' and programme_table.by_year)
        or (asked.period_kind = 'until_quarter' and programme_table.by_quarter)
    where
        programme_table.subject = $subject
        and programme_table.dimension_1 = $dimension_1
        and programme_table.dimension_2 = $dimension_2
),

wanted as (
    select
        listed.* exclude (starts_on, ends_on),
        one.category as category_1,
        two.category as category_2,
    from listed
    inner join private.category as one
        on one.programme_id = listed.programme_id and one.dimension = listed.dimension_1
    inner join private.category as two
        on two.programme_id = listed.programme_id and two.dimension = listed.dimension_2
),

of_one as (
    select
        listed.* exclude (starts_on, ends_on),
        one.category as category_1,
        two.category as category_2,
        record.whose,
        sum(record.number) as number,
        sum(record.granted_eur) as granted_eur,
        sum(record.paid_eur) as paid_eur,
    from private.record
    inner join listed using (programme_id, subject)
    inner join private.trait as one using (programme_id, subject, record_key)
    inner join private.trait as two using (programme_id, subject, record_key)
    where
        record.happened_on between listed.starts_on and listed.ends_on
        and one.dimension = $dimension_1
        and two.dimension = $dimension_2
        and record.subject = $subject
        and one.subject = $subject
        and two.subject = $subject
    group by all
),

found as (
    select
        * exclude (whose, number, granted_eur, paid_eur),
        sum(number) as number,
        max(number) as number_of_one,
        sum(granted_eur) as granted_eur,
        max(granted_eur) as granted_eur_of_one,
        sum(paid_eur) as paid_eur,
        max(paid_eur) as paid_eur_of_one,
    from of_one
    group by all
)

select * replace (coalesce(number, 0) as number)
from wanted
left join found using (
    programme_id, subject, dimension_1, category_1, dimension_2, category_2, period_kind, period
);
