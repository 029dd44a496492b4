"""Figures of regions on screen: their text, with the range where there is one."""

from __future__ import annotations

import math

import pandas as pd

from ui import format as nl

UNSURE = "klasse niet te bepalen"
SAME = ("binnen afronding", "vrijwel gelijk")
POINTS = " procentpunt"
SHORTER = {
    "circa ": "ca. ",
    "ten minste ": "≥ ",
    "minder dan ": "< ",
    "geen werkzoekenden": "geen WW",
    POINTS: "",
    **dict.fromkeys(SAME, "≈"),
}
FIGURES = ("figure", "figure_previous", "figure_year_before", "figure_country")
CHANGES = ("change_previous", "change_year_before", "change_country")


def texts(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a copy with ``<column>_text`` beside each figure and each change.

    Args:
        frame: Rows of ``regios/ranking``, ``regios/latest`` or ``regios/series``.
    """
    copy = frame.copy()
    for column in FIGURES:
        if column in copy:
            copy[f"{column}_text"] = [figure(row, column) for _, row in copy.iterrows()]
    for column in CHANGES:
        if column in copy:
            copy[f"{column}_text"] = [change(row, column) for _, row in copy.iterrows()]
    return copy


def figure(row: pd.Series, column: str = "figure") -> str:
    """Return a figure as it may be said: ``2,5``, ``circa 2,5 (2,1–2,9)``, ``ten minste 13,3``.

    Args:
        row: Has the figure, ``decimals`` and its sign; ``figure_low`` and ``figure_high`` too when
            it is the row's own figure.
        column: Name of the figure.
    """
    is_own = column == "figure"
    value, decimals = row[column], int(row["decimals"])
    sign = row["sign" if is_own else f"{column}_sign"]
    if sign == "below_half_unit":
        return nl.SIGNS[sign]
    low, high = (row["figure_low"], row["figure_high"]) if is_own else (value, value)
    if sign == "not_applicable":
        has_vacancies = not nl.is_missing(low) and math.isinf(low)
        return "geen werkzoekenden" if is_own and has_vacancies else nl.SIGNS[sign]
    if is_own and sign == "below_ten" and not nl.is_missing(low):
        return _range(value, low, high, decimals)
    if nl.is_missing(value):
        return nl.SIGNS[sign] if isinstance(sign, str) else "niet beschikbaar"
    about = "circa " if sign == "below_ten" else ""
    return about + nl.number(value, decimals=decimals) + ("%" if is_percentage(row) else "")


def is_percentage(row: pd.Series) -> bool:
    """Return whether the figures of a row are percentages."""
    return str(row["unit_label"]).startswith("%")


def _range(value: float, low: float, high: float, decimals: int) -> str:
    if nl.is_missing(high) or math.isinf(high):
        return f"ten minste {nl.number(low, decimals=decimals)}"
    ends = [nl.number(end, decimals=decimals) for end in (low, high)]
    said = nl.number(value, decimals=decimals)
    return said if ends[0] == ends[1] else f"circa {said} ({ends[0]}–{ends[1]})"


def change(row: pd.Series, column: str) -> str:
    """Return a change as it may be said: ``+200``, ``binnen afronding`` or ``onbekend``.

    Args:
        row: Has the change, ``decimals`` and whether it is certain (``is_changed…``).
        column: Name of the change.
    """
    if nl.is_missing(row[column]):
        return "onbekend"
    if not row[f"is_changed{column.removeprefix('change')}"]:
        return SAME[0]
    decimals = int(row["decimals"])
    is_seen = round(abs(float(row[column])), decimals) > 0
    if not is_seen:
        return SAME[1]
    points = POINTS if is_percentage(row) else ""
    return nl.number(row[column], signed=True, decimals=decimals) + points


def short(text: str) -> str:
    """Return the text of a figure or change for a narrow place, without its range."""
    for long, brief in SHORTER.items():
        text = text.replace(long, brief)
    return text.split(" (")[0]
