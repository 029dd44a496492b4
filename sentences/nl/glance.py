"""Findings in few words, with what they rest on in one line: titles of pages and words on tiles."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import words as nl
from sentences.nl.phrases import agreeing, count, listed, more_or_less
from words import measures

Record = dict[Any, Any]
BESIDE = {"above": "krapper dan", "below": "ruimer dan", "same": "gelijk aan"}


def shortage(rows: Sequence[Record], today: datetime.date) -> str:
    """Return how short workers are in one or two regions: at most twelve words.

    Args:
        rows: Of ``overzicht/shortage``, the first of each region.
        today: The day on which it is read: an old figure begins with its year.
    """
    known = [row for row in rows if not nl.is_missing(row["figure"])]
    if not known:
        return f"Over krapte in {listed([row['region_name'] for row in rows])} is niets bekend"
    first = known[0]
    alike = [row for row in known if row["measure"] == first["measure"]]
    alike = [row for row in alike if row["period"] == first["period"]]
    figures = listed([f"{row['region_name']} {measures.figure(row)}" for row in alike])
    unit = measures.MEASURES[first["measure"]].brief_unit
    year = f"In {first['ends_on'].year}: " if nl.age(first["ends_on"], today) else ""
    return f"{year}{figures} {unit}{_beside_country(alike)}"


def _beside_country(rows: Sequence[Record]) -> str:
    found = {row["beside_country"] for row in rows}
    if len(found) == 1 and (said := BESIDE.get(found.pop())):
        return f": {said} Nederland"
    if nl.is_missing(rows[0]["figure_country"]) or nl.is_missing(rows[0]["beside_country"]):
        return ""
    return f"; Nederland {measures.figure(rows[0], 'figure_country')}"


def shortage_basis(row: Record, today: datetime.date) -> str:
    """Return what a figure of ``shortage`` rests on: how it was made, of when, how old it is."""
    old = nl.age(row["ends_on"], today)
    when = ", ".join(filter(None, (f"eind {row['period_label']}", old, "niet seizoengecorrigeerd")))
    if row["measure"] == "vacancies_per_100_unemployed":
        return f"Openstaande vacatures per 100 werklozen, zoals CBS ze publiceerde ({when})."
    return (
        f"Openstaande vacatures (CBS, {when}), gedeeld door de beroepsbevolking van "
        f"{row['base_label']}."
    )


def country_beside(row: Record) -> str:
    """Return the figure of Nederland in the same period, or nothing."""
    if nl.is_missing(row["beside_country"]):
        return ""
    return f"NL {measures.figure(row, 'figure_country')}"


def open_vacancies(row: Record) -> str:
    """Return the open vacancies of a region as a title, beside a year earlier.

    Args:
        row: Of ``overzicht/latest``.
    """
    change = changed(row)
    said = count(row["open_vacancies"], ("openstaande vacature", "openstaande vacatures"))
    return f"{row['region_name']} {said}{f', {change}' if change else ''}"


def changed(row: Record) -> str:
    """Return how open vacancies of ``overzicht/latest`` changed in a year, in few words."""
    if nl.is_missing(row["open_vacancies_year_before"]):
        return "een jaar eerder onbekend"
    if row["within_rounding"]:
        return "in een jaar gelijk gebleven"
    return f"{more_or_less(row['change'])} dan een jaar eerder"


def changed_in_brief(row: Record) -> str:
    """Return the same as it stands below a number."""
    if nl.is_missing(row["open_vacancies_year_before"]):
        return "jaar eerder onbekend"
    if row["within_rounding"]:
        return "gelijk aan jaar eerder"
    return f"{more_or_less(row['change'])} in een jaar"


def stands_in(name: str, provinces: Sequence[str]) -> str:
    """Return that figures of a region are those of its provinces, the largest part first."""
    return f"CBS publiceert geen vacatures voor {name}: u ziet {listed(provinces[:2])}."


def reached(programmes: int) -> str:
    """Return, behind how many published a result at their target, of how many that is."""
    of_all = count(programmes, ("programma", "programma's"))
    return f"van {of_all} publiceerden een resultaat bij hun doel"


def running(programmes: Sequence[Record]) -> str:
    """Return whether any of ``programmas/scoreboard`` runs now, as far as the sources say."""
    now = [str(row["programme_name"]) for row in programmes if row["state"] == "running"]
    if now:
        return f"Nu {agreeing(len(now), ('loopt', 'lopen'))}: {listed(now)}"
    if any(row["state"] == "unknown" for row in programmes):
        return "Of er nu een loopt, is niet bekend"
    return "Er loopt er nu geen"
