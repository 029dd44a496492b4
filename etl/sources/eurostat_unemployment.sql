-- Unemployment per province and year by the method of that time: a series of its own. Of the ages and
-- sexes in the file only all together, from 15 years.
delete from labour_force where source_id = 'eurostat_unemployment';

create or replace temp table published as
select
    region_code_of(
        nuts,
        case length(nuts) when 2 then 'land' when 3 then 'landsdeel' else 'provincie' end
    ) as region_code,
    nuts,
    "year" || 'JJ00' as period,
    unemployment_rate_pct as value,
    flag,
    status,
    release_id,
    line,
from raw."lfst_r_lfu3rt_NL_1999_2013"
where age = 'Y_GE15' and sex = 'T';

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            region_code is null,
            'nuts',
            nuts,
            'the region is unknown; a code of data/reference/region_name.csv was expected'
        ),
        refusal(
            not is_period(period, ['year']), 'year', period, 'a year such as 2013 was expected'
        ),
        refusal(
            is_bad_amount(value) or coalesce(number_of(value), 0) > 100,
            'unemployment_rate_pct',
            value,
            'a percentage such as 6.7, or one of the marks . x - was expected'
        ),
        refusal(
            coalesce(flag, '') not in ('', 'b', 'u'),
            'flag',
            flag,
            'b (break), u (low reliability) or nothing was expected'
        )
    ]), recursive := true),
from published
union all by name
from twice('published', ['region_code', 'period'], 'nuts', 'region and year');

insert into labour_force by name
select
    'eurostat_unemployment' as source_id,
    'eurostat' as series,
    region_code,
    period,
    number_of(value) as unemployment_pct,
    coalesce(sign_of(value), 'not_applicable') as sign,
    status,
    release_id,
    line,
from published;
