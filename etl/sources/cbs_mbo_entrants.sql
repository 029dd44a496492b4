-- Who entered mbo, by what they did a year before: their position, or the sector they worked in.
-- Positions stand at several levels at once and do not add up.
delete from mbo_entrants where source_id = 'cbs_mbo_entrants';
delete from unmapped_category where source_id = 'cbs_mbo_entrants';

create or replace temp table published as
with row_of_feed as (
    select
        * rename ("MaatschappelijkePositie1JaarEerder:Title" as origin, "InstromersTotaal_1" as value),
        'position' as origin_kind,
        '85569NED' as table_id,
    from raw."85569NED"
    union all by name
    select
        * rename ("BedrijfstakkenBranchesSBI2008:Title" as origin, "InstromersMbo_1" as value),
        'sector' as origin_kind,
        '85574NED' as table_id,
    from raw."85574NED"
)

select
    origin_kind,
    trim(origin) as origin,
    mbo_level_of("Niveau:Title") as mbo_level,
    learning_path_of("Leerweg:Title") as learning_path,
    trim("Sectorkamer:Title") as sectorkamer,
    trim("Perioden") as school_year,
    value,
    release_status_of("Perioden:Status") as release_status,
    table_id,
    case
        when mbo_level is null then [category('Niveau', "Niveau:Title", false)]
        when learning_path is null then [category('Leerweg', "Leerweg:Title", false)]
    end as unmapped,
    release_id,
    line,
from row_of_feed;

insert into unmapped_category by name
from unmapped_in('published', 'cbs_mbo_entrants');

delete from published where len(unmapped) > 0;

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            not is_period(school_year, ['school_year']),
            'Perioden',
            school_year,
            'a school year such as 2021SJ00 was expected'
        ),
        refusal(
            is_bad_count(value),
            'Instromers',
            value,
            'a number of persons, or one of the marks . x - was expected'
        )
    ]), recursive := true),
from published
union all by name
from twice(
    'published',
    ['origin_kind', 'origin', 'mbo_level', 'learning_path', 'sectorkamer', 'school_year'],
    'Sectorkamer',
    'combination'
);

insert into mbo_entrants by name
select
    * exclude (value, table_id, unmapped),
    'cbs_mbo_entrants' as source_id,
    cast(number_of(value) as integer) as entrants,
    sign_of(value) as sign,
    'published' as status,
from published;
