-- Job adverts on one site per day, seasonally adjusted. The file is in no order.
delete from advert_index where source_id = 'indeed_adverts';

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            try_cast("date" as date) is null, 'date', "date", 'a day such as 2024-06-30 was expected'
        ),
        refusal(
            jobcountry is distinct from 'NL', 'jobcountry', jobcountry, 'NL was expected'
        ),
        refusal(
            label_of('advert_kind', variable) is null,
            'variable',
            variable,
            'total postings or new postings was expected'
        ),
        refusal(
            coalesce(number_of(indeed_job_postings_index_SA) < 0, true),
            'indeed_job_postings_index_SA',
            indeed_job_postings_index_SA,
            'an index such as 134.39 was expected'
        )
    ]), recursive := true),
from raw."aggregate_job_postings_NL"
union all by name
from twice('raw."aggregate_job_postings_NL"', ['date', 'variable'], 'date', 'day');

insert into advert_index by name
select
    'indeed_adverts' as source_id,
    variable as advert_kind,
    cast("date" as date) as day,
    number_of(indeed_job_postings_index_SA) as advert_index,
    status,
    release_id,
    line,
from raw."aggregate_job_postings_NL"
order by advert_kind, day;
