"""The first screen of an area: a finding, four tiles, and vacancies beside programmes."""

from __future__ import annotations

import datetime
from html import escape
from typing import NamedTuple

import pandas as pd

import queries
import sentences
import words as nl
from drawings import lines, tiles, vacancies
from drawings import scoreboard as boards
from drawings.tiles import Number, Tile, when
from sentences.nl import glance
from ui.filters import addresses, areas
from words import measures
from words.marks import SAMPLE, has_sample

ALL, INDUSTRY, BUILDING = "T001081", "307500", "350000"
SECTORS = {INDUSTRY: "industrie", BUILDING: "bouw"}
ALL_SECTORS = (ALL, *SECTORS)
MOST = 2
MOST_PROGRAMMES = 6
WIDE_PX, NARROW_PX = 716, 366


class Asked(NamedTuple):
    """What the first screen is made of, beside the database and the day.

    Attributes:
        regions: Codes of at most two provinces, or of Nederland: those of which figures show.
        near: Codes of the area itself.
        provinces: Codes of all provinces of the area.
        until: The last quarter that counts.
    """

    regions: tuple[str, ...]
    near: tuple[str, ...]
    provinces: tuple[str, ...]
    until: str


class Answers(NamedTuple):
    """The answers that the first screen shows."""

    shortage: pd.DataFrame
    latest: pd.DataFrame
    series: pd.DataFrame
    programmes: pd.DataFrame
    board: pd.DataFrame
    money: pd.DataFrame
    visit: addresses.Visit

    @property
    def mark(self) -> str:
        """What begins the names of tiles and chart: that they are fictitious, or nothing."""
        shown = (self.shortage, self.latest, self.series)
        return f"{SAMPLE}: " if any(has_sample(frame) for frame in shown) else ""


def series(asked: Asked) -> pd.DataFrame:
    """Return the vacancies of each quarter, the regions in the order in which they are asked."""
    found = queries.overzicht.vacancy_series(
        region_codes=asked.regions, sector_codes=(*SECTORS,), until=asked.until
    )
    order = {code: place for place, code in enumerate(asked.regions)}
    return found.sort_values(
        "region_code", key=lambda codes: codes.map(order), kind="stable"
    ).sort_values("sector_code", key=lambda codes: codes.map([*SECTORS].index), kind="stable")


class Glance(NamedTuple):
    """The first screen: its title, what that rests on, and three parts as HTML."""

    title: str
    basis: str
    tiles: str
    chart: str
    scoreboard: str


def answers(asked: Asked, visit: addresses.Visit) -> Answers:
    """Return what the first screen shows, the regions in the order in which they are asked."""
    until = asked.until
    found = board(asked)
    return Answers(
        queries.overzicht.shortage(region_codes=asked.regions, until=until),
        queries.overzicht.latest(region_codes=asked.regions, sector_codes=ALL_SECTORS, until=until),
        series(asked),
        queries.overzicht.programmes(region_codes=asked.provinces, with_sample=False),
        found,
        queries.programmas.money(programme_ids=tuple(found["programme_id"]), with_sample=False),
        visit,
    )


def board(asked: Asked) -> pd.DataFrame:
    """Return the programmes of the country, those of an area first, up to a quarter."""
    return queries.programmas.scoreboard(
        region_codes=asked.near,
        province_codes=asked.provinces,
        with_sample=False,
        until=asked.until,
    )


@queries.once_per_database
def made(asked: Asked, area: areas.Area, today: datetime.date, visit: addresses.Visit) -> Glance:
    """Return the first screen of an area on a day, made once for all who ask the same."""
    found = answers(asked, visit)
    return Glance(*finding(found, area, today), four(found, today), chart(found), scoreboard(found))


def asked(area: areas.Area, until: str) -> Asked:
    """Return what the first screen of an area asks; of Nederland all provinces have programmes."""
    provinces = area.provinces
    if area.kind == "land":
        regions = queries.filters.regions()
        provinces = tuple(regions.loc[regions["kind"].eq("provincie"), "region_code"])
    return Asked(area.provinces[:MOST], area.codes, provinces, until)


def finding(found: Answers, area: areas.Area, today: datetime.date) -> tuple[str, str]:
    """Return the finding of an area, and in one line what it rests on."""
    if found.mark:
        return sentences.NOTHING_TO_SAY, ""
    first = _first(found.shortage)
    known = [row for row in first if not nl.is_missing(row["figure"])]
    basis = [glance.shortage_basis(known[0], today)] if known else []
    title = glance.shortage(first, today)
    latest = found.latest.to_dict("records")
    if area.kind == "land" and latest:
        title = glance.open_vacancies(latest[0])
        basis = [
            f"Alle sectoren, CBS, eind {latest[0]['quarter_label']}, niet seizoengecorrigeerd."
        ]
    if not area.is_whole and area.kind != "land":
        basis.insert(0, glance.stands_in(area.spoken, area.province_names))
    return title, " ".join(basis)


def four(found: Answers, today: datetime.date) -> str:
    """Return the four tiles, as HTML."""
    figures = (_shortage(found, today), *_sectors(found, today))
    marked = [one._replace(title=f"{found.mark}{one.title}") for one in figures]
    return tiles.html([*marked, _programmes(found)], today)


def _first(shortage: pd.DataFrame) -> list[glance.Record]:
    return [row for row in shortage.to_dict("records") if row["position"] != MOST]


def _shortage(found: Answers, today: datetime.date) -> Tile:
    first = _first(found.shortage)
    known = [row for row in first if not nl.is_missing(row["figure"])]
    units = {measures.MEASURES[row["measure"]].brief_unit for row in known}
    numbers = [_tight(row, is_alike=len(units) == 1, today=today) for row in first]
    older = [
        row
        for row in found.shortage.to_dict("records")
        # Of the whole country a newer tension, computed here, stands below.
        if row["position"] == MOST and row["region_code"] != areas.COUNTRY_CODE
    ]
    older_said = [f"Vacatures per 100 werklozen: {_older(older, today)}"] if older else []
    periods = {(row["period_label"], row["ends_on"]) for row in known}
    unit = units.pop() if len(units) == 1 else ""
    period, ends_on = periods.pop() if len(periods) == 1 else ("", None)
    return Tile(
        "Krapte",
        addresses.during(found.visit, "regios"),
        numbers,
        "",
        older_said,
        unit,
        period,
        ends_on,
    )


def _tight(row: glance.Record, *, is_alike: bool, today: datetime.date) -> Number:
    if nl.is_missing(row["figure"]):
        return Number("", str(row["region_name"]))
    said = [glance.country_beside(row)]
    if not is_alike:
        said = [measures.MEASURES[row["measure"]].brief_unit, str(row["period_label"])]
    return Number(measures.figure(row), str(row["region_name"]), tuple(said))


def _older(rows: list[glance.Record], today: datetime.date) -> str:
    said = [
        f"{measures.figure(row)} {when(str(row['period_label']), row['ends_on'], today)}"
        for row in rows
    ]
    named = [
        f"{escape(str(row['region_name']))} {text}" for row, text in zip(rows, said, strict=True)
    ]
    return "; ".join(named if len(rows) > 1 else said)


def _sectors(found: Answers, today: datetime.date) -> list[Tile]:
    latest = {(row["sector_code"], row["region_code"]): row for row in _records(found.latest)}
    regions = list(dict.fromkeys(found.series["region_code"]))
    names = dict(zip(found.series["region_code"], found.series["region_name"], strict=True))
    made = []
    for code, label in SECTORS.items():
        rows = [latest.get((code, region)) for region in regions]
        numbers = [
            Number("", names[region])
            if row is None
            else Number(
                nl.cell("open_vacancies", row["open_vacancies"], row["sign"]),
                names[region],
                () if found.mark else (glance.changed_in_brief(row),),
            )
            for region, row in zip(regions, rows, strict=True)
        ]
        known = [row for row in rows if row is not None]
        newest = max(known, key=lambda row: row["ends_on"]) if known else None
        series = found.series[found.series["sector_code"].eq(code)]
        said = f"Verloop: {sentences.trend(series, vacancies.VALUE)}"
        made.append(
            Tile(
                f"Vacatures {label}",
                addresses.during(
                    found.visit,
                    "regios",
                    maat="Openstaande vacatures",
                    sector=label.capitalize(),
                ),
                numbers,
                lines.sparkline(vacancies.of_sector(series), said),
                period=str(newest["quarter_label"]) if newest else "",
                ends_on=newest["ends_on"] if newest else None,
            )
        )
    return made


def _records(frame: pd.DataFrame) -> list[glance.Record]:
    return list(frame.to_dict("records"))


def chart(found: Answers) -> str:
    """Return vacancies with the programmes below, wide and for a phone, as HTML."""
    names = list(dict.fromkeys(found.series["region_name"]))
    return (
        f'<div class="vkm-head"><h2>{found.mark}Vacatures en programma\'s</h2>'
        f"{vacancies.legend(names)}</div>"
        + vacancies.draw(found.series, found.programmes, WIDE_PX, "vkm-wide")
        + vacancies.draw(found.series, found.programmes, NARROW_PX, "vkm-narrow")
    )


def scoreboard(found: Answers) -> str:
    """Return what the programmes of an area aimed at and reached, as HTML."""
    here = _here(found)
    if not here:
        return (
            "<h2>Wat de programma's bereikten</h2><p>Van dit gebied is geen programma bekend.</p>"
        )
    board = boards.draw(
        here[:MOST_PROGRAMMES],
        _records(found.money),
        lambda row: addresses.during(
            found.visit, "programmas", programma=str(row["programme_name"])
        ),
        caption="Wat de programma's bereikten",
        compact=True,
    )
    every = escape(addresses.during(found.visit, "programmas"))
    more = f'<p><a href="{every}">Alle {len(here)} programma\'s</a></p>'
    return (
        f'<div class="vkm-head"><h2>Wat de programma\'s bereikten</h2></div>{board}'
        f"{more if len(here) > MOST_PROGRAMMES else ''}"
    )


def _here(found: Answers) -> list[glance.Record]:
    return [row for row in _records(found.board) if row["is_near"]]


def _programmes(found: Answers) -> Tile:
    here = _here(found)
    told = [row for row in here if not nl.is_missing(row["realisation_low_pct"])]
    return Tile(
        "Programma's hier",
        addresses.during(found.visit, "programmas"),
        [Number(nl.number(len(told)), glance.reached(len(here)))],
        lines=[escape(glance.running(here))],
    )
