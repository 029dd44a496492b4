-- Employed persons by major group of ISCO and education, as Eurostat publishes them in thousands. A flag
-- says that a series breaks (b) or is hardly reliable (u). The monitor has no years before 2003.
delete from employed_education where source_id = 'eurostat_education';

create or replace temp table published as
select *, "year" || 'JJ00' as period,
from raw."lfsa_egised_NL"
where not regexp_full_match("year", '19[0-9]{2}|200[0-2]');

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            not is_period(period, ['year']), 'year', "year", 'a year such as 2023 was expected'
        ),
        refusal(
            not regexp_full_match(isco08, 'OC[0-9]|TOTAL|NRP'),
            'isco08',
            isco08,
            'a major group such as OC7, TOTAL or NRP was expected'
        ),
        refusal(
            label_of('education', isced11) is null,
            'isced11',
            isced11,
            'a level of education such as ED3_4VOC was expected'
        ),
        refusal(
            is_bad_amount(employed_x1000),
            'employed_x1000',
            employed_x1000,
            'thousands of persons such as 576.1 were expected, or nothing'
        ),
        refusal(
            not regexp_full_match(flag, 'b?u?'), 'flag', flag, 'b, u, bu or nothing was expected'
        )
    ]), recursive := true),
from published
union all by name
from twice('published', ['age', 'sex', 'isco08', 'isced11', 'period'], 'employed_x1000', 'figure');

insert into employed_education by name
select
    'eurostat_education' as source_id,
    age,
    sex,
    isco08 as isco_group,
    isced11 as education,
    period,
    from_thousands(employed_x1000) as employed,
    sign_of(employed_x1000) as sign,
    nullif(flag, '') as note,
    status,
    release_id,
    line,
from published;
