"""The monitor of the Techniekpact: technical vacancies, entrants and workers, national."""

from __future__ import annotations

from etl.register.model import RawFile, Source, excerpt

_PUBLISHER = "Platform Talent voor Technologie (Monitor Techniekpact)"
_NOTE = (
    "Overgenomen van openbare pagina's van de Monitor Techniekpact en berichten daarover; elk "
    "cijfer noemt zijn bron. Edities zijn niet met elkaar te vergelijken."
)


def _monitor(source_id: str, title: str, about: str, *files: RawFile) -> Source:
    licence = "Feiten en cijfers met bronvermelding"
    return Source(source_id, title, _PUBLISHER, licence, files, about)


def _page(stem: str, title: str, columns: str, period: str) -> RawFile:
    url = "https://techniekpact.nl/monitor-techniekpact"
    path = f"found/techniekpact/{stem}"
    return excerpt(path, title, columns, url=url, period=period, note=_NOTE)


VACANCIES = _monitor(
    "techniekpact_vacancies",
    "Technische vacatures naar vaardigheidsniveau",
    "Openstaande vacatures voor technische en ICT-beroepen in Nederland, zoals UWV ze schat, naar "
    "vaardigheidsniveau van ISCO. UWV wijzigde in 2022 zijn methode.",
    _page(
        "open_vacancies_by_level",
        "Arbeidsvraag en tekorten",
        "quarter field isco_skill_level open_vacancies source_url page_date note",
        "2016KW01-2023KW04",
    ),
)

INFLOW = _monitor(
    "techniekpact_inflow",
    "Technische instroom in het mbo naar niveau",
    "Welk deel van wie aan een mbo-opleiding begint techniek kiest, per niveau, in Nederland.",
    _page(
        "mbo_technical_inflow_by_level",
        "Middelbaar beroepsonderwijs",
        "school_year mbo_level value unit source_url note",
        "2006/07-2021/22",
    ),
)

WORKFORCE = _monitor(
    "techniekpact_workforce",
    "Werkenden met een technisch beroep",
    "Hoeveel mensen in Nederland een technisch of ICT-beroep hebben, en hoeveel procent van wie "
    "technisch is opgeleid werkloos is.",
    _page(
        "technical_workers_x1000",
        "Werkenden met een technisch beroep",
        "year group employed_x1000 source_url note",
        "2013-2023",
    ),
    _page(
        "unemployment_technical_educated_pct",
        "Werkloosheid onder technisch opgeleiden",
        "year group percent source_url note",
        "2021-2022",
    ),
)
