"""Bars of protected numbers, each with its number and what it is a share of."""

from __future__ import annotations

import pandas as pd

import sentences
import words as nl
from brand import colours
from drawings import svg

WIDTH = 720
LABEL_PX, VALUE_PX, EURO_PX = 290, 178, 110
PITCH_PX, TITLE_PX, GAP_PX = 22, 26, 10
ALONE = 2
LONGEST = 38
NOT_SHOWN = "niet getoond"


def value_text(row: pd.Series, *, euros: bool = False) -> str:
    """Return a number as it stands beside its bar: ``185 (34–36% van 530)``, ``25 van 35``, ``·``.

    Args:
        row: A row with ``number``, and perhaps the range of ``of_whole`` with ``whole_number``.
        euros: Whether the row also has ``granted_eur``, which is said too.
    """
    if nl.is_missing(row["number"]):
        return nl.SIGNS["withheld"]
    said = nl.part_of(row) if "of_whole_pct_sign" in row else nl.number(row["number"])
    if euros:
        is_hidden = nl.is_missing(row["granted_eur"])
        said += f" · {NOT_SHOWN if is_hidden else nl.euro(row['granted_eur'])}"
    return said


def draw(frame: pd.DataFrame, label: str, panel: str | None = None, euros: bool = False) -> str:
    """Draw bars on one scale; a number that is not shown has no bar, only its mark.

    In one of several sets, more than two of those share a line: the table names them.

    Args:
        frame: One row per bar, with ``number``; the range of ``of_whole`` if there is one.
        label: Column that names the bars.
        panel: Column that tells sets of bars apart, if there are several.
        euros: Whether ``granted_eur`` stands beside the number.
    """
    numbers = frame["number"].dropna()
    longest = WIDTH - LABEL_PX - 10 - VALUE_PX - (EURO_PX if euros else 0)
    scale = longest / (float(numbers.max()) if len(numbers) else 1.0)
    parts: list[str] = []
    y = svg.top_of(frame)
    for name, rows in _sets(frame, panel):
        if panel:
            parts.append(svg.text(0, y + 16, name, size=15, weight=700))
            y += TITLE_PX
        start = y
        hidden = rows["number"].isna()
        rest = int(hidden.sum()) if panel and hidden.sum() > ALONE else 0
        for _, row in (rows[~hidden] if rest else rows).iterrows():
            parts += _bar(row, y + PITCH_PX / 2, str(row[label]), scale, euros)
            y += PITCH_PX
        if rest:
            middle = y + PITCH_PX / 2 + 5
            parts.append(svg.text(0, middle, f"nog {rest} andere", size=13.5, colour=colours.MUTED))
            parts.append(svg.text(LABEL_PX + 8, middle, nl.SIGNS["withheld"], size=13))
            y += PITCH_PX
        parts.append(svg.line((LABEL_PX, start - 2, LABEL_PX, y)))
        y += GAP_PX
    return svg.document(frame, parts, WIDTH, y)


def _sets(frame: pd.DataFrame, panel: str | None) -> list[tuple[str, pd.DataFrame]]:
    groups = frame.groupby(panel, sort=False) if panel else [("", frame)]
    return [(str(name), rows) for name, rows in groups]


def _bar(row: pd.Series, middle: float, name: str, scale: float, euros: bool) -> list[str]:
    parts = [svg.text(0, middle + 5, svg.shortened(name, LONGEST), size=13.5)]
    length = 0.0
    if not nl.is_missing(row["number"]):
        length = float(row["number"]) * scale
        parts.append(svg.bar(row, LABEL_PX, middle, length))
    said = value_text(row, euros=euros)
    return [*parts, svg.text(LABEL_PX + length + 8, middle + 5, said, size=13)]


@sentences.of_real_figures
def words(frame: pd.DataFrame, label: str, panel: str | None = None, euros: bool = False) -> str:
    """Return what the bars say, for those who do not see them; see ``draw``."""
    said = []
    for name, rows in _sets(frame, panel):
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
    """Return the drawing with what it says, for ``figures.show_drawings``; see ``draw``."""
    return [(draw(frame, label, panel, euros), words(frame, label, panel, euros))]
