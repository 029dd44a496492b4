-- The qualifications of mbo with their level, as in the annex of the regulation. Its kind of training
-- says the level once more. Those of level 1 (entree) are of no domain.
delete from qualification where source_id = 'qualifications';

create or replace temp table printed as
select
    *,
    coalesce(nullif(clean(opleidingsdomein_code), ''), 'entree') as domain_code,
    case soort_opleiding
        when 'entreeopleiding' then '1'
        when 'basisberoepsopleiding' then '2'
        when 'vakopleiding' then '3'
        when 'middenkaderopleiding' then '4'
        when 'specialistenopleiding' then '4'
    end as level_of_kind,
from raw.crebo_hks_2015;

insert into rejected_row by name
select
    release_id as file,
    line,
    unnest(refusals([
        refusal(
            not regexp_full_match(crebo, '[0-9]{5}'), 'crebo', crebo, 'five digits were expected'
        ),
        refusal(
            clean(kwalificatie) = '', 'kwalificatie', kwalificatie, 'a name was expected'
        ),
        refusal(
            niveau is distinct from level_of_kind,
            'niveau',
            niveau,
            'the level of the kind of training was expected'
        ),
        refusal(
            label_of('qualification_path', leerweg) is null,
            'leerweg',
            leerweg,
            'BOL/BBL, BOL or BBL was expected'
        ),
        refusal(
            domain_code not in (select mbo_domain.domain_code from mbo_domain),
            'opleidingsdomein_code',
            opleidingsdomein_code,
            'a code of data/reference/mbo_domain.csv was expected'
        )
    ]), recursive := true),
from printed
union all by name
from twice('printed', ['crebo'], 'crebo', 'qualification');

insert into qualification by name
select
    'qualifications' as source_id,
    crebo,
    clean(kwalificatie) as name,
    'mbo' || niveau as mbo_level,
    leerweg as learning_paths,
    domain_code,
    status,
    release_id,
    line,
from printed
order by crebo;
