"""Walks the pages with published figures only: ``python -m tests.walk`` prints what each shows.

One row per figure that stands on a page for an area, with its source and its period. What shows
none, or a figure of another area, stands in ``WITHOUT`` and ``ELSEWHERE`` with the reason.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from streamlit.testing.v1 import AppTest

import words as nl
from answers import origin, parts, tables
from etl import database
from etl.folders import DATABASE_VARIABLE, ROOT
from exports.packs.pack import pack_of
from ui.filters import areas
from ui.parts import shown

AREAS = (
    areas.COALITION,
    "Overijssel",
    "Gelderland",
    "Utrecht",
    "Noord-Holland",
    "Twente (arbeidsmarktregio)",
    "Achterhoek (arbeidsmarktregio)",
    areas.COUNTRY,
)
TWENTE_WERKT = "Twente Werkt! (Sectorplan Twente)"


class Stop(NamedTuple):
    """A page with what its address asks for, by the names that it has there."""

    page: str
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def view(self) -> str:
        return ", ".join(value for _, value in self.asked)


def _stop(page: str, **asked: str) -> Stop:
    return Stop(page, tuple(asked.items()))


STOPS = (
    _stop("overzicht"),
    _stop("regios", weergave="Kaart en rang"),
    _stop("regios", weergave="Profiel"),
    _stop("regios", weergave="Door de tijd"),
    _stop("beroepen", weergave="Werkenden en vacatures"),
    _stop(
        "beroepen",
        weergave="Profiel van een beroep",
        beroep="Elektriciens en elektronicamonteurs",
    ),
    _stop("mbo", weergave="Vraag en aanbod"),
    _stop("mbo", weergave="Per schooljaar"),
    _stop("mbo", weergave="Leerwerkplekken en zij-instroom"),
    _stop("programmas"),
    _stop("programmas", programma=TWENTE_WERKT),
    _stop("krapte_en_inzet", weergave="Per programma"),
    _stop("overstappen", weergave="Waarheen"),
    _stop("sinds"),
    _stop("downloads"),
    _stop("vergadering", dia="4"),
    _stop("vergadering", dia="5"),
    _stop("vergadering", dia="6"),
)
# Of a question the column with its figures and what says of when they are.
FIGURES = {
    "overzicht/vacancy_series": ("open_vacancies", "period_label"),
    "regios/ranking": ("figure", "period_label"),
    "regios/latest": ("figure", "period_label"),
    "regios/series": ("figure", "period_label"),
    "beroepen/employed": ("employed", "period_label"),
    "beroepen/employment": ("employed", "period_label"),
    "beroepen/wages": ("hourly_wage", "period_label"),
    "mbo/skill_vacancies": ("open_vacancies", "period_label"),
    "mbo/older_students": ("students", "period_label"),
    "mbo/education": ("employed", "period_label"),
    "programmas/scoreboard": ("result_low", "as_of_text"),
    "programmas/results": ("value", "as_of_text"),
    "krapte_en_inzet/strips": ("at_start", "start_label"),
    "sinds/periods": ("figures", "new_periods_label"),
}
PERIODS = ("period", "quarter", "school_year")
PACKS = ("downloads", "vergadering")
SLIDES = ("unemployment", "vacancies", "tight", "supply")
WITHOUT = {
    ("mbo", "Leerwerkplekken en zij-instroom"): "Leerwerkplekken worden benaderd met bbl-studenten "
    "per niveau en provincie (85353NED) en zij-instroom komt uit 85569NED: geen van beide is "
    "geladen; 83850NED telt heel Nederland zonder niveaus.",
    ("overstappen", "Waarheen"): "Nabijheid van beroepen is een indicatie van deze monitor, zonder "
    "periode; hoe krap het daar is, publiceert UWV, en dat bestand is niet geladen.",
}
NO_FIGURES = {
    "aanleveren": "Een pagina om aan te leveren: zij toont geen cijfers van een gebied.",
    "toegankelijkheid": "Zegt hoe toegankelijk de monitor is.",
    "verantwoording": "Zegt van elk cijfer de herkomst; de cijfers staan op de andere pagina's.",
}
# Why a page shows figures of more or other than the area.
ELSEWHERE = {
    "beroepen": "CBS telt werkenden naar beroep voor heel Nederland.",
    "mbo": "Studenten en vacatures per niveau zijn alleen van heel Nederland geladen.",
    "programmas": "Elk programma heeft zijn eigen gebied.",
    "krapte_en_inzet": "Elk programma heeft zijn eigen gebied.",
    "sinds": "Wat er bij kwam, is van alle gebieden.",
}
# Slides and factsheets are about a province, arbeidsmarktregio or COROP area.
INSTEAD = {areas.COUNTRY: areas.COALITION}


class Row(NamedTuple):
    """A figure that stands on a page: what it is of, how it reads, and where it comes from."""

    page: str
    view: str
    area: str
    what: str
    region: str
    figure: str
    source: str
    period: str


def opened(stop: Stop, area: str) -> AppTest:
    """Return a page as a link opens it on a machine that nobody visited."""
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    for key, value in (("gebied", area), *stop.asked):
        page.query_params[key] = value
    return page.switch_page(f"pages/{stop.page}.py").run()


def texts(page: AppTest) -> str:
    """Return all that a page says, the markup of its pictures and tables too."""
    own = [str(one.value) for one in (*page.title, *page.header, *page.caption, *page.markdown)]
    own += [str(one.value) for one in (*page.info, *page.metric)]
    own += [str(one.proto) for kind in ("html", "bidi_component") for one in page.get(kind)]
    return "\n".join(own)


def frames(page: AppTest) -> list[shown.Shown]:
    """Return what the view says that it shows: what its Herkomst tells of."""
    if shown.ALL not in page.session_state:
        return []
    return [one for one in shown._flat(page.session_state[shown.ALL]) if one.has_origin]


def rows(stop: Stop, area: str, page: AppTest) -> Iterator[Row]:
    """Yield a row per figure that stands on a page."""
    if stop.page in PACKS:
        yield from _of_slides(stop, area, page)
        return
    for one in frames(page):
        question = one.frame.attrs["question"]
        if question in FIGURES and (found := _newest(one.frame, area, *FIGURES[question])):
            region, figure, source, period = found
            yield Row(stop.page, stop.view, area, one.title, region, figure, source, period)


def _newest(
    frame: pd.DataFrame, area: str, column: str, period: str
) -> tuple[str, str, str, str] | None:
    """Return region, figure, source and period of the newest row, of the area where it has one."""
    known = frame[frame[column].notna() & frame[period].notna()]
    if known.empty:
        return None
    named = next((name for name in PERIODS if name in known), None)
    if named:
        known = known.sort_values(named, ascending=False, kind="stable")
    if "region_code" in known and known["region_code"].isin(codes_of(area)).any():
        known = known[known["region_code"].isin(codes_of(area))]
    first = known.head(1)
    row = first.iloc[0]
    text = nl.aged(row[period], row[named]) if named else str(row[period])
    if period == "as_of_text":
        text = nl.published_date(row[period], row["as_of_precision"])
    region = str(row.get("region_name", row.get("programme_name", areas.COUNTRY)))
    figure = row.get("figure_text", tables.texts(first, column)[0])
    return region, figure, origin.source_line(first), text


def _of_slides(stop: Stop, area: str, page: AppTest) -> Iterator[Row]:
    """Yield the findings of the slides that a page tells of."""
    said = texts(page)
    for slide in pack_of(INSTEAD.get(area, area)).slides:
        has_figures = slide.chart is not None or slide.table is not None
        if slide.key not in SLIDES or not has_figures or slide.title not in said:
            continue
        source = " ".join(parts.sources_together(slide))
        view = stop.view or "dia's"
        yield Row(
            stop.page, view, area, slide.topic, slide.filters, slide.title, source, slide.period
        )


def codes_of(area: str) -> tuple[str, ...]:
    """Return the regions that figures about an area are of: its own, or its provinces."""
    place = areas.of_label(area)
    return (*place.codes, *place.provinces)


def main() -> None:
    """Print the walk over the committed data, for Excel: a line per figure."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "monitor.duckdb"
        database.build(path)
        os.environ[DATABASE_VARIABLE] = str(path)
        writer = csv.writer(sys.stdout, delimiter=";")
        writer.writerow(Row._fields)
        for stop in STOPS:
            for area in AREAS:
                found = list(rows(stop, area, opened(stop, area)))
                why = WITHOUT.get((stop.page, stop.view), "")
                writer.writerows(found or [(stop.page, stop.view, area, why, "", "", "", "")])


if __name__ == "__main__":
    main()
