"""What stands beside the shortage: firms, their confidence, job adverts, other schemes."""

from __future__ import annotations

from etl.register.cbs import of_cbs
from etl.register.model import Source, excerpt

COEN = of_cbs(
    "cbs_coen",
    "Bedrijven die personeel tekortkomen",
    "Welk deel van de bedrijven hinder heeft van een tekort aan personeel, volgens de "
    "Conjunctuurenquête Nederland: per COROP-gebied in één kwartaal, en losse cijfers uit "
    "berichten.",
    excerpt(
        "found/coen/coen_staff_shortage_pct",
        "Personeelstekort in de Conjunctuurenquête Nederland",
        "quarter region region_code sector percent_of_firms precision source_url note",
        url="https://www.cbs.nl/nl-nl/nieuws/2018/51/personeelstekort-loopt-in-alle-regio-s-op",
        period="2016KW01-2023KW03",
        note="Overgenomen uit een bericht van CBS en uit nieuwsberichten; elk cijfer noemt zijn "
        "bron. Een steekproef: cijfers per COROP-gebied schommelen.",
    ),
)

CONFIDENCE = of_cbs(
    "cbs_confidence",
    "Ondernemersvertrouwen",
    "Het vertrouwen van ondernemers per provincie: het saldo van positieve en negatieve "
    "antwoorden. Geen maat van krapte.",
    excerpt(
        "found/coen/84303NED_ondernemersvertrouwen_2019KW04_2023KW02",
        "Ondernemersvertrouwen; regio",
        "quarter province region_code ondernemersvertrouwen",
        url="https://www.cbs.nl/nl-nl/cijfers/detail/84303NED",
        table_id="84303NED",
        period="2019KW04-2023KW02",
        note="Overgenomen van openbare pagina's van de CBS-tabel, zonder de marges van twee tot "
        "tien punten; van Zuid-Holland, Zeeland, Noord-Brabant, Limburg en Nederland enkele "
        "kwartalen.",
    ),
)

ADVERTS = Source(
    source_id="indeed_adverts",
    title="Index van vacatureadvertenties",
    publisher="Indeed Hiring Lab",
    licence="CC BY 4.0",
    about="Vacatureadvertenties op Indeed in Nederland, per dag, ten opzichte van 1 februari 2020. "
    "Een index, geen aantal vacatures.",
    files=(
        excerpt(
            "found/indeed/aggregate_job_postings_NL",
            "Job Postings Index, Nederland",
            "date jobcountry indeed_job_postings_index_SA indeed_job_postings_index_NSA variable",
            url="https://github.com/hiring-lab/job_postings_tracker",
            period="2020-02-01-2026-08-14",
            modified="2026-08-19",
            note="1 februari 2020 = 100.",
            copy="primary",
        ),
    ),
)

COMPARATORS = Source(
    source_id="comparators",
    title="Andere regelingen, ter vergelijking",
    publisher="SEO, SER, provincies, regio's en nieuwsmedia",
    licence="Feiten en cijfers met bronvermelding",
    about="Gepubliceerde cijfers van andere regelingen, zoals de sectorplannen en STAP: een "
    "maatstaf naast de programma's.",
    files=(
        excerpt(
            "found/programmes/comparators",
            "Cijfers van andere regelingen",
            "programme indicator as_of region value unit source_url note",
            period="2014-2023",
            note="Overgenomen uit evaluaties en berichten; elk cijfer noemt zijn bron.",
        ),
    ),
)
