"""Figures of CBS tables that public pages print, beside what the feeds and other copies hold."""

from __future__ import annotations

from etl.register.model import excerpt

_FOLDER = "found/cbs_vacancies"
_PAGE = "Overgenomen van openbare pagina's van CBS"

VACANCIES = (
    excerpt(
        f"{_FOLDER}/83599NED_dashboard_additions",
        "Dashboard arbeidsmarkt: openstaande vacatures naar regio, eerdere pagina's",
        "quarter region region_code open_vacancies_x1000 precision source_url note",
        url="https://www.cbs.nl/nl-nl/visualisaties/dashboard-arbeidsmarkt/vacatures/"
        "openstaande-vacatures-naar-regio",
        table_id="83599NED",
        period="2020KW03-2022KW03",
        note=f"{_PAGE}: alleen alle sectoren samen. Een deel is in hele duizendtallen gedrukt, een "
        "deel is de som of het verschil van twee gedrukte cijfers. Een pagina noemt 39,8 voor "
        "Noord- en voor Zuid-Holland in 2020KW03; dat van Zuid-Holland weerspreekt haar eigen "
        "tekst en staat hier niet.",
    ),
    excerpt(
        f"{_FOLDER}/83599NED_2025KW04",
        "Openstaande vacatures; SBI 2008, regio (4e kwartaal 2025)",
        "quarter sector_key sector region region_code open_vacancies_x1000 precision status "
        "source_url note",
        url="https://www.cbs.nl/en-gb/figures/detail/83599ENG",
        table_id="83599NED",
        period="2025KW04",
        note=f"{_PAGE}: landbouw, nijverheid en een deel van de delfstoffenwinning, van negen "
        "gebieden. Overijssel en Utrecht zijn het landsdeel min de andere provincies.",
    ),
)

NATIONAL = (
    excerpt(
        f"{_FOLDER}/80567NED_vacancy_rate_2024KW02",
        "Vacaturegraad; SBI 2008",
        "quarter sbi2008 vacancies_per_1000_jobs status source_url",
        url="https://www.cbs.nl/en-gb/figures/detail/80567ENG",
        table_id="80567ned",
        period="2024KW02",
        note=f"{_PAGE}. Voorlopige cijfers.",
    ),
    excerpt(
        f"{_FOLDER}/80473NED_private_sector_2023KW04_2024KW02",
        "Vacatures; particuliere bedrijven, SBI 2008",
        "period sbi2008 open_x1000 created_x1000 filled_x1000 source_url",
        url="https://www.cbs.nl/en-gb/figures/detail/80473ENG",
        table_id="80473ned",
        period="2023KW04-2024KW02",
        note=f"{_PAGE}: alleen particuliere bedrijven, de sectoren A tot en met G.",
    ),
)

TENSION = (
    excerpt(
        f"{_FOLDER}/spanning_cbs_provincie_additions",
        "Spanning op de arbeidsmarkt naar regio, najaar 2021",
        "quarter region region_code vacancies_per_100_unemployed unemployed_x1000 source_url note",
        url="https://www.cbs.nl/nl-nl/visualisaties/dashboard-arbeidsmarkt/"
        "spanning-op-de-arbeidsmarkt/spanning-op-de-arbeidsmarkt-naar-regio",
        period="2020KW02, 2021KW02",
        note=f"{_PAGE}; niet seizoengecorrigeerd, met de werklozen volgens de methode van toen.",
    ),
)
