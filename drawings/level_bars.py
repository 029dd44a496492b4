"""Bars per mbo level with the range that the true figure lies in, drawn on the server."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

import sentences
import words as nl
from brand import colours
from drawings import svg

WIDTH = 400
LABEL_PX, NAME_PX = 112, 30
VALUE_PX, RANGE_PX = 76, 162
PITCH_PX, GAP_PX, TITLE_PX = 21, 5, 26
COUNTRY = "NL01"
ARROW_ROOM = 1.2


class Scale(NamedTuple):
    """Where bars begin, how long the longest can be, and the figure of that length."""

    left: float
    room: float
    top: float

    def x(self, figure: float) -> float:
        """Return where a figure stands, in pixels."""
        return self.left + figure / self.top * self.room


def value_text(row: pd.Series, value: str) -> str:
    """Return a figure as it stands beside its bar: ``120 (60–190)``, ``ten minste 60``, ``geheim``.

    Args:
        row: A row with ``value``, ``sign``, and perhaps ``value`` with ``_low`` and ``_high``.
        value: Column with the figure.
    """
    low, high = row.get(f"{value}_low"), row.get(f"{value}_high")
    if nl.is_missing(row[value]):
        if not nl.is_missing(low) and low > 0:
            return f"ten minste {nl.number(low)}"
        return nl.SIGNS.get(str(row["sign"]), "ontbreekt")
    said = nl.cell(value, row[value], row["sign"])
    if nl.is_missing(low) or nl.is_missing(high) or low == high:
        return said
    return f"{said} ({nl.number(low)}–{nl.number(high)})"


def draw(
    frame: pd.DataFrame,
    *,
    value: str,
    bar: str | None = None,
    before: str | None = None,
    width: int = WIDTH,
) -> str:
    """Draw one set of bars per region, above each other; the country has a scale of its own.

    A whisker runs from the lowest to the highest that the figure can be; it ends in an arrow where
    nothing bounds it. A figure that is missing has no bar, only words.

    Args:
        frame: One row per region, level and bar, with ``sign`` and ``region_code``; columns named
            ``value`` with ``_low`` and ``_high`` give the range, if there is one.
        value: Column with the figures.
        bar: Column that tells the bars of one level apart, if there are several.
        before: Column with the figure of a year earlier, marked with a rhomb, if there is one.
        width: Of the drawing, in pixels.
    """
    kinds = list(frame[bar].unique()) if bar else [""]
    left = LABEL_PX + (NAME_PX if bar else 0)
    room = width - left - 10 - (RANGE_PX if f"{value}_high" in frame else VALUE_PX)
    parts: list[str] = []
    y = svg.top_of(frame)
    for name, rows in frame.groupby("region_name", sort=False):
        is_country = bool(rows["region_code"].eq(COUNTRY).all())
        peers = rows if is_country else frame[frame["region_code"] != COUNTRY]
        scale = Scale(left, room, _top(peers, value, before))
        own = " (eigen schaal)" if is_country and frame["region_name"].nunique() > 1 else ""
        parts.append(svg.text(0, y + 15, f"{name}{own}", size=15, weight=700))
        y += TITLE_PX
        start = y
        for label, group in rows.groupby("level_label", sort=False):
            half = len(group) * PITCH_PX / 2
            parts.append(svg.text(0, y + half + 5, str(label), size=13.5))
            for _, row in group.iterrows():
                kind = row[bar] if bar else ""
                parts += _bar(row, y + PITCH_PX / 2, scale, value, before, kinds.index(kind), kind)
                y += PITCH_PX
            y += GAP_PX
        parts.append(svg.line((left, start - 2, left, y - GAP_PX)))
        y += 10
    return svg.document(frame, parts, width, y)


def _top(rows: pd.DataFrame, value: str, before: str | None) -> float:
    """Return the largest thing that is drawn among rows of one scale, with room for arrows."""
    columns = [value, f"{value}_low", f"{value}_high", before]
    known = rows[[column for column in columns if column in rows]].max().max()
    top = float(known) if known and not nl.is_missing(known) else 1.0
    has_arrows = f"{value}_high" in rows and rows[f"{value}_high"].isna().any()
    return top * ARROW_ROOM if has_arrows else top


def _bar(
    row: pd.Series,
    middle: float,
    scale: Scale,
    value: str,
    before: str | None,
    place: int,
    name: str,
) -> list[str]:
    """Return one bar with its name, range, mark of a year earlier and figure."""
    parts = [svg.text(LABEL_PX, middle + 5, name, size=13, colour=colours.MUTED)] if name else []
    low, high = row.get(f"{value}_low"), row.get(f"{value}_high")
    amount = low if nl.is_missing(row[value]) else row[value]
    if not nl.is_missing(amount) and amount > 0:
        parts.append(svg.bar(row, scale.left, middle, scale.x(amount) - scale.left, place))
    if not nl.is_missing(low):
        is_open = nl.is_missing(high)
        end = scale.left + scale.room if is_open else scale.x(high)
        parts += _whisker(scale.x(low), end, middle, is_open=is_open)
    if before and not nl.is_missing(row[before]) and (row[before] or amount):
        parts.append(_rhomb(scale.x(row[before]), middle))
    end = scale.left + scale.room + 10
    return [*parts, svg.text(end, middle + 5, value_text(row, value), size=13)]


def _whisker(start: float, end: float, y: float, *, is_open: bool) -> list[str]:
    if end <= start:
        return []
    arrow = f'<path d="M{end - 7:.1f} {y - 5:.1f} l8 5 l-8 5 z" fill="{colours.INK}"/>'
    return [
        svg.line((start, y, end, y), colour=colours.WHITE, width=5),
        svg.line((start, y, end, y), width=2),
        svg.line((start, y - 5, start, y + 5), width=2),
        arrow if is_open else svg.line((end, y - 5, end, y + 5), width=2),
    ]


def _rhomb(x: float, y: float) -> str:
    return (
        f'<path d="M{x:.1f} {y - 6:.1f} l6 6 l-6 6 l-6 -6 z" fill="{colours.WHITE}" '
        f'stroke="{colours.INK}" stroke-width="1.6"/>'
    )


@sentences.of_real_figures
def words(frame: pd.DataFrame, value: str, bar: str | None = None) -> str:
    """Return what the bars say, for those who do not see them; see ``draw``."""
    said = []
    for name, rows in frame.groupby("region_name", sort=False):
        told = [
            f"{row['level_label']}{f' {row[bar]}' if bar else ''} {value_text(row, value)}"
            for _, row in rows.iterrows()
        ]
        said.append(f"{name}: {', '.join(told)}")
    return "; ".join(said)


def drawn(
    frame: pd.DataFrame, value: str, bar: str | None = None, **more: Any
) -> list[tuple[str, str]]:
    """Return the drawing with what it says, for ``figures.show_drawings``; see ``draw``."""
    return [(draw(frame, value=value, bar=bar, **more), words(frame, value, bar))]
