"""Figures of regions on screen: their text, with the range where there is one."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, NamedTuple, TypeAlias

import pandas as pd

import words as nl
from words import tension

UNSURE = "klasse niet te bepalen"
UNKNOWABLE = tension.UNKNOWABLE
SAME = (tension.SAME, "vrijwel gelijk")
POINTS = " procentpunt"
SHORTER = {
    tension.NEITHER: "n.v.t.",
    "circa ": "ca.\u00a0",
    "ten minste ": "≥\u00a0",
    "ten hoogste ": "≤\u00a0",
    "minder dan ": "<\u00a0",
    tension.NO_JOBSEEKERS: "geen WW",
    tension.UNKNOWN: "onbekend",
    POINTS: "",
    UNKNOWABLE: "?",
    **dict.fromkeys(SAME, "≈"),
}
Row: TypeAlias = pd.Series | dict[Hashable, Any]
BASES = ("previous", "year_before", "five_years_before", "country")
FIGURES = ("figure", *(f"figure_{basis}" for basis in BASES))
CHANGES = tuple(f"change_{basis}" for basis in BASES)


class Measure(NamedTuple):
    """What is said and asked about a measure of regions.

    Attributes:
        label: By which it is chosen.
        brief_unit: Its unit in few words, behind a figure.
        is_count: Whether it counts persons or vacancies, so that a larger region has more.
        said: Its place in a sentence: ``was de werkloosheid``.
        parts: How it is broken down: ``sectors``, ``occupations``, ``series``, or ``one`` part.
        part: Code of the whole, or of that one part; empty where there are series.
        part_label: The name of that one part.
    """

    label: str
    brief_unit: str
    is_count: bool
    said: str
    parts: str
    part: str
    part_label: str


MEASURES = {
    row["measure"]: Measure._make(
        row[name] == "yes" if name == "is_count" else row[name] for name in Measure._fields
    )
    for row in nl.reference("measure")
}


def texts(frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows of ``regios`` with ``<column>_text`` beside each figure and each change."""
    rows = frame.to_dict("records")
    said = {column: [figure(row, column) for row in rows] for column in FIGURES if column in frame}
    said |= {column: [change(row, column) for row in rows] for column in CHANGES if column in frame}
    shown = frame.assign(**{f"{column}_text": texts for column, texts in said.items()})
    if "class_label" in shown:
        unsure = shown["measure"].eq("tension") & shown["figure_low"].notna()
        shown["class_label"] = shown["class_label"].where(
            shown["class_label"].notna() | ~unsure, UNSURE
        )
    return shown


def figure(row: Row, column: str = "figure") -> str:
    """Return a figure as it may be said: ``2,5``, ``circa 2,5 (2,1–2,9)``, ``ten minste 13,3``.

    The row's own figure has its range beside it; others have a sign of their own name.
    """
    is_own = column == "figure"
    value, decimals = row[column], int(row["decimals"])
    sign = row["sign" if is_own else f"{column}_sign"]
    if sign == "below_half_unit":
        return nl.SIGNS[sign]
    if is_own and row["measure"] == "tension":
        return tension.ratio(value, row["figure_low"], row["figure_high"], sign)
    if nl.is_missing(value):
        return nl.SIGNS[sign] if isinstance(sign, str) else "niet beschikbaar"
    about = "circa " if sign == "below_ten" else ""
    return about + nl.number(value, decimals=decimals) + ("%" if is_percentage(row) else "")


def is_percentage(row: Row) -> bool:
    """Return whether the figures of a row are percentages."""
    return str(row["unit_label"]).startswith("%")


def change(row: Row, column: str) -> str:
    """Return a change as it may be said: ``+200``, ``binnen afronding`` or ``onbekend``.

    Whether it is certain stands in ``is_changed…``.
    """
    if nl.is_missing(row[column]):
        return "onbekend"
    basis = column.removeprefix("change")
    if not row[f"is_changed{basis}"]:
        is_bounded = {"below_ten", "not_applicable"} & {row["sign"], row[f"figure{basis}_sign"]}
        return UNKNOWABLE if is_bounded else SAME[0]
    decimals = int(row["decimals"])
    if round(abs(float(row[column])), decimals) == 0:
        return SAME[1]
    points = POINTS if is_percentage(row) else ""
    return nl.number(row[column], signed=True, decimals=decimals) + points


def short(text: str) -> str:
    """Return the text of a figure or change for a narrow place, without its range."""
    for long, brief in SHORTER.items():
        text = text.replace(long, brief)
    return text.split(" (")[0]
