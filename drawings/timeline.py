"""Numbered marks of notes in a chart over time; pure, without Streamlit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

import words as nl
from brand import colours

MARK = colours.NOTE
STRIP = 0.16
CHARACTER_PX = 7
WIDE_PX = 640
NARROW_PX = 190

Spec = dict[str, Any]


class Group(NamedTuple):
    """Notes whose marks stand too close together for a number each."""

    starts_on: pd.Timestamp
    numbers: list[int]


def of_region(notes: pd.DataFrame, region_code: str) -> pd.DataFrame:
    """Return the notes that are about one region."""
    return notes[[region_code in codes for codes in notes["shown_for"]]]


def headroom(top: float) -> float:
    """Return how high an axis must reach for its marks to stay clear of the lines."""
    return top / (1 - STRIP)


def marks(
    notes: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp, *, x: str, y: str, width_px: int
) -> tuple[list[Spec], list[Spec]]:
    """Return the marks of notes in one panel, and their numbers in the strip above its lines.

    Each note has a thin line where it begins, behind the figures, and a bar above it for as
    long as it lasts. Notes close to each other share a number, see
    ``compact``.

    Args:
        notes: Rows of ``notes/shown``.
        first: Where the axis begins.
        last: Where it ends.
        x: Name of the time axis, such as ``x2``.
        y: Name of the other axis.
        width_px: Of the panel, at its narrowest.
    """
    shapes: list[Spec] = []
    drawn = None
    for _, note in notes.iterrows():
        start = max(note["starts_on"], first)
        if drawn is None or start - drawn > (last - first) / width_px:
            shapes.append(_line(start, x, y))
            drawn = start
        if not nl.is_missing(note["ends_on"]):
            shapes.append(_bar(start, min(note["ends_on"], last), x, y))
    groups = _grouped(notes, first, (last - first) / width_px)
    return shapes, [_label(group, x, y) for group in groups]


def _line(day: pd.Timestamp, x: str, y: str) -> Spec:
    return {
        "type": "line",
        "xref": x,
        "yref": f"{y} domain",
        "x0": day,
        "x1": day,
        "y0": 0,
        "y1": 1,
        "line": {"color": MARK, "width": 1, "dash": "dot"},
        "layer": "below",
    }


def _bar(start: pd.Timestamp, end: pd.Timestamp, x: str, y: str) -> Spec:
    return {
        "type": "line",
        "xref": x,
        "yref": f"{y} domain",
        "x0": start,
        "x1": end,
        "y0": 1,
        "y1": 1,
        "line": {"color": MARK, "width": 4},
        "layer": "below",
    }


def _label(group: Group, x: str, y: str) -> Spec:
    return {
        "text": f"<b>{compact(group.numbers)}</b>",
        "x": group.starts_on,
        "xref": x,
        "xanchor": "left",
        "xshift": 1,
        "y": 1,
        "yref": f"{y} domain",
        "yanchor": "top",
        "yshift": -2,
        "showarrow": False,
        "bgcolor": "rgba(255,255,255,0.85)",
        "borderpad": 0,
        "font": {"size": 11, "color": MARK},
    }


def _grouped(notes: pd.DataFrame, first: pd.Timestamp, days_per_px: pd.Timedelta) -> list[Group]:
    """Return notes under as few labels as it takes for each to end before the next begins."""
    groups = [
        Group(max(note["starts_on"], first), [int(note["note_number"])])
        for _, note in notes.iterrows()
    ]
    place = 0
    while place + 1 < len(groups):
        left, right = groups[place], groups[place + 1]
        width = CHARACTER_PX * (len(compact(left.numbers)) + 1)
        if right.starts_on - left.starts_on > width * days_per_px:
            place += 1
            continue
        groups[place : place + 2] = [Group(left.starts_on, left.numbers + right.numbers)]
        place = max(place - 1, 0)
    return groups


def compact(numbers: Sequence[int]) -> str:
    """Return numbers in little room: ``1, 2``, ``3–5``, or ``3…9`` where some are left out."""
    if len(numbers) <= 2:
        return ", ".join(str(number) for number in numbers)
    is_run = numbers[-1] - numbers[0] == len(numbers) - 1
    return f"{numbers[0]}{'–' if is_run else '…'}{numbers[-1]}"
