"""Numbered marks of notes in a chart over time; pure, without Streamlit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

import words as nl
from brand import colours
from drawings import kit

MARK = colours.NOTE
STRIP = 0.16
CHARACTER_PX = 7
WIDE_PX = 640
NARROW_PX = 190


class Group(NamedTuple):
    """Notes whose marks stand too close together for a number each."""

    starts_on: pd.Timestamp
    numbers: list[int]


def of_region(notes: pd.DataFrame, region_code: str) -> pd.DataFrame:
    """Return the notes that are about one region."""
    if notes.empty:
        return notes
    return notes[[region_code in codes for codes in notes["shown_for"]]]


def headroom(top: float) -> float:
    """Return how high an axis must reach for its marks to stay clear of the lines."""
    return top / (1 - STRIP)


def mark(
    layout: kit.Spec,
    notes: pd.DataFrame,
    number: int,
    top: float | None = None,
    width_px: int = WIDE_PX,
) -> None:
    """Add notes to a panel, with their numbers in a strip above its lines.

    Each note has a thin line where it begins, behind the figures, and a bar above it for as
    long as it lasts. Notes close to each other share a number, see ``compact``.

    Args:
        layout: With the axes of the panel; changed.
        notes: Rows of ``notes/shown``.
        number: Of the panel.
        top: Highest figure of an axis that fits itself; None when its range is given.
        width_px: Of the panel, at its narrowest.
    """
    if notes.empty:
        return
    first, last = layout[kit.axis("x", number)]["range"]
    px = (last - first) / width_px
    drawn = None
    for _, note in notes.iterrows():
        start = max(note["starts_on"], first)
        if drawn is None or start - drawn > px:
            line = {"color": MARK, "width": 1, "dash": "dot"}
            layout["shapes"].append(kit.behind("line", number, (start, start), (0, 1), line=line))
            drawn = start
        if not nl.is_missing(note["ends_on"]):
            until, line = min(note["ends_on"], last), {"color": MARK, "width": 4}
            layout["shapes"].append(kit.behind("line", number, (start, until), (1, 1), line=line))
    layout["annotations"] += [_label(group, number) for group in _grouped(notes, first, px)]
    if top is not None and not pd.isna(top):
        layout[kit.axis("y", number)]["range"] = [0, headroom(1.05 * float(top))]


def _label(group: Group, number: int) -> kit.Spec:
    return {
        "text": f"<b>{compact(group.numbers)}</b>",
        "x": group.starts_on,
        "xref": kit.reference("x", number),
        "xanchor": "left",
        "xshift": 1,
        "y": 1,
        "yref": f"{kit.reference('y', number)} domain",
        "yanchor": "top",
        "yshift": -2,
        "showarrow": False,
        "bgcolor": "rgba(255,255,255,0.85)",
        "borderpad": 0,
        "font": {"size": 11, "color": MARK},
    }


def _grouped(notes: pd.DataFrame, first: pd.Timestamp, px: pd.Timedelta) -> list[Group]:
    """Return notes under as few labels as it takes for each to end before the next begins."""
    groups = [
        Group(max(note["starts_on"], first), [int(note["note_number"])])
        for _, note in notes.iterrows()
    ]
    place = 0
    while place + 1 < len(groups):
        left, right = groups[place], groups[place + 1]
        width = CHARACTER_PX * (len(compact(left.numbers)) + 1)
        if right.starts_on - left.starts_on > width * px:
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
