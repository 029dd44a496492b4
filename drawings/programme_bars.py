"""Bars of protected numbers, each with its number and what it is a share of."""

from __future__ import annotations

import pandas as pd

import sentences
import words as nl
from brand import colours
from drawings import svg
from words.marks import is_sample

WIDTH = 720
LABEL_PX = 290
VALUE_PX = 158
EURO_PX = 110
BAR_PX = 14
PITCH_PX = 22
TITLE_PX = 26
GAP_PX = 10
ALONE = 2
LONGEST = 38
NOT_SHOWN = "niet getoond"


def value_text(row: pd.Series, *, euros: bool = False) -> str:
    """Return a number as it stands beside its bar: ``185 (35% van 530)``, ``·``.

    Args:
        row: A row with ``number``, and perhaps ``of_whole_pct`` with ``whole_number``.
        euros: Whether the row also has ``granted_eur``, which is said too.
    """
    if nl.is_missing(row["number"]):
        return nl.SIGNS["withheld"]
    said = nl.number(row["number"])
    if not nl.is_missing(row.get("of_whole_pct")):
        said += f" ({nl.percentage(row['of_whole_pct'])} van {nl.number(row['whole_number'])})"
    if euros:
        is_hidden = nl.is_missing(row["granted_eur"])
        said += f" · {NOT_SHOWN if is_hidden else nl.euro(row['granted_eur'])}"
    return said


def draw(
    frame: pd.DataFrame,
    *,
    label: str,
    panel: str | None = None,
    euros: bool = False,
    width: int = WIDTH,
) -> str:
    """Draw bars on one scale; a number that is not shown has no bar, only its mark.

    In one of several sets, more than two of those share a line: the table names them.

    Args:
        frame: One row per bar, with ``number``; ``of_whole_pct`` and ``whole_number`` if there are.
        label: Column that names the bars.
        panel: Column that tells sets of bars apart, if there are several.
        euros: Whether ``granted_eur`` stands beside the number.
        width: Of the drawing, in pixels.
    """
    fictitious = bool(is_sample(frame).any())
    numbers = frame["number"].dropna()
    top = float(numbers.max()) if len(numbers) else 1.0
    room = width - LABEL_PX - 10 - VALUE_PX - (EURO_PX if euros else 0)
    parts: list[str] = []
    y = float(svg.MARK_PX if fictitious else 4)
    groups = frame.groupby(panel, sort=False) if panel else [("", frame)]
    for name, rows in groups:
        if panel:
            parts.append(svg.text(0, y + 16, str(name), size=15, weight=700))
            y += TITLE_PX
        start = y
        shown, rest = _together(rows) if panel else (rows, 0)
        for _, row in shown.iterrows():
            parts += _bar(row, y, str(row[label]), top, room, euros)
            y += PITCH_PX
        if rest:
            middle = y + PITCH_PX / 2 + 5
            parts.append(svg.text(0, middle, f"nog {rest} andere", size=13.5, colour=colours.MUTED))
            parts.append(svg.text(LABEL_PX + 8, middle, nl.SIGNS["withheld"], size=13))
            y += PITCH_PX
        parts.append(svg.line((LABEL_PX, start - 2, LABEL_PX, y), colour=colours.INK))
        y += GAP_PX
    return svg.document(parts, width=width, height=y, fictitious=fictitious)


def _together(rows: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Return the rows of one set to draw, and how many that are not shown go without a bar."""
    hidden = rows["number"].isna()
    count = int(hidden.sum())
    return (rows[~hidden], count) if count > ALONE else (rows, 0)


def _bar(row: pd.Series, y: float, name: str, top: float, room: float, euros: bool) -> list[str]:
    middle = y + PITCH_PX / 2
    short = name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
    parts = [svg.text(0, middle + 5, short, size=13.5)]
    length = 0.0
    if not nl.is_missing(row["number"]):
        length = float(row["number"]) / top * room
        pattern = svg.fill(0, fictitious=bool(is_sample(row.to_frame().T).any()))
        parts.append(
            f'<rect x="{LABEL_PX}" y="{middle - BAR_PX / 2:.1f}" height="{BAR_PX}" '
            f'width="{length:.1f}" fill="{pattern}" stroke="{svg.EDGES[0]}"/>'
        )
    said = value_text(row, euros=euros)
    parts.append(svg.text(LABEL_PX + length + 8, middle + 5, said, size=13))
    return parts


@sentences.of_real_figures
def words(frame: pd.DataFrame, label: str, panel: str | None = None, euros: bool = False) -> str:
    """Return what the bars say, for those who do not see them.

    Args:
        frame: As for ``draw``.
        label: Column that names the bars.
        panel: Column that tells sets of bars apart, if there are several.
        euros: Whether ``granted_eur`` is said too.
    """
    said = []
    for name, rows in frame.groupby(panel, sort=False) if panel else [("", frame)]:
        told = ", ".join(
            f"{row[label]} "
            + (NOT_SHOWN if nl.is_missing(row["number"]) else value_text(row, euros=euros))
            for _, row in rows.iterrows()
        )
        said.append(f"{name}: {told}" if panel else told)
    return "; ".join(said)


def drawn(
    frame: pd.DataFrame, *, label: str, panel: str | None = None, euros: bool = False
) -> list[tuple[str, str]]:
    """Return the drawing with what it says, for ``figures.show_drawings``.

    Args:
        frame: As for ``draw``, as are ``label``, ``panel`` and ``euros``.
        label: Column that names the bars.
        panel: Column that tells sets of bars apart, if there are several.
        euros: Whether ``granted_eur`` stands beside the number.
    """
    drawing = draw(frame, label=label, panel=panel, euros=euros)
    return [(drawing, words(frame, label, panel, euros))]
