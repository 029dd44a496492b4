"""Bars per mbo level with the range that the true figure lies in, drawn on the server."""

from __future__ import annotations

import pandas as pd

import sentences
import words as nl
from brand import colours
from drawings import svg
from words.marks import is_sample

WIDTH = 400
LABEL_PX = 112
NAME_PX = 30
VALUE_PX = 76
RANGE_PX = 162
BAR_PX = 14
PITCH_PX = 21
GAP_PX = 5
TITLE_PX = 26
COUNTRY = "NL01"
ARROW_ROOM = 1.2


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
    level: str = "level_label",
    panel: str = "region_name",
    bar: str | None = None,
    before: str | None = None,
    width: int = WIDTH,
) -> str:
    """Draw one set of bars per panel, above each other; the country has a scale of its own.

    A whisker runs from the lowest to the highest that the figure can be; it ends in an arrow where
    nothing bounds it. A figure that is missing has no bar, only words.

    Args:
        frame: One row per panel, level and bar, with ``sign`` and ``region_code``; columns named
            ``value`` with ``_low`` and ``_high`` give the range, if there is one.
        value: Column with the figures.
        level: Column that names the levels.
        panel: Column that tells the sets apart.
        bar: Column that tells the bars of one level apart, if there are several.
        before: Column with the figure of a year earlier, marked with a rhomb, if there is one.
        width: Of the drawing, in pixels.
    """
    fictitious = bool(is_sample(frame).any())
    bars = list(frame[bar].unique()) if bar else [""]
    several = frame[panel].nunique() > 1
    parts: list[str] = []
    y = float(svg.MARK_PX if fictitious else 4)
    for name, rows in frame.groupby(panel, sort=False):
        is_country = bool(rows["region_code"].eq(COUNTRY).all())
        peers = rows if is_country else frame[frame["region_code"] != COUNTRY]
        top = _top(peers, value, before)
        title = f"{name} (eigen schaal)" if is_country and several else str(name)
        parts.append(svg.text(0, y + 15, title, size=15, weight=700))
        y += TITLE_PX
        start = y
        for label, group in rows.groupby(level, sort=False):
            middle = y + len(group) * PITCH_PX / 2
            parts.append(svg.text(0, middle + 5, str(label), size=13.5))
            for _, row in group.iterrows():
                place = bars.index(row[bar]) if bar else 0
                parts += _bar(row, y, top, value, before, place, row[bar] if bar else "", width)
                y += PITCH_PX
            y += GAP_PX
        left = _left(bar is not None)
        parts.append(svg.line((left, start - 2, left, y - GAP_PX), colour=colours.INK))
        y += 10
    return svg.document(parts, width=width, height=y, fictitious=fictitious)


def _left(has_names: bool) -> float:
    return LABEL_PX + (NAME_PX if has_names else 0)


def _top(rows: pd.DataFrame, value: str, before: str | None) -> float:
    """Return the largest thing that is drawn among rows of one scale, with room for arrows."""
    columns = [value, f"{value}_low", f"{value}_high", before]
    known = rows[[column for column in columns if column in rows]].max().max()
    top = float(known) if known and not nl.is_missing(known) else 1.0
    has_arrows = f"{value}_high" in rows and rows[f"{value}_high"].isna().any()
    return top * ARROW_ROOM if has_arrows else top


def _bar(
    row: pd.Series,
    y: float,
    top: float,
    value: str,
    before: str | None,
    place: int,
    name: str,
    width: int,
) -> list[str]:
    """Return one bar with its name, range, mark of a year earlier and figure."""
    left = _left(bool(name))
    room = width - left - 10 - (RANGE_PX if f"{value}_high" in row else VALUE_PX)
    middle = y + PITCH_PX / 2
    parts = [svg.text(LABEL_PX, middle + 5, name, size=13, colour=colours.MUTED)] if name else []
    low, high = row.get(f"{value}_low"), row.get(f"{value}_high")
    amount = low if nl.is_missing(row[value]) else row[value]
    if not nl.is_missing(amount) and amount > 0:
        pattern = svg.fill(place, fictitious=bool(is_sample(row.to_frame().T).any()))
        parts.append(
            f'<rect x="{left:.1f}" y="{middle - BAR_PX / 2:.1f}" height="{BAR_PX}" '
            f'width="{amount / top * room:.1f}" fill="{pattern}" stroke="{svg.EDGES[place]}"/>'
        )
    if not nl.is_missing(low):
        is_open = nl.is_missing(high)
        end = left + room * (1 if is_open else high / top)
        parts += _whisker(left + low / top * room, end, middle, is_open=is_open)
    if before and not nl.is_missing(row[before]) and (row[before] or amount):
        parts.append(_rhomb(left + row[before] / top * room, middle))
    parts.append(svg.text(left + room + 10, middle + 5, value_text(row, value), size=13))
    return parts


def _whisker(start: float, end: float, y: float, *, is_open: bool) -> list[str]:
    if end <= start:
        return []
    halo = svg.line((start, y, end, y), colour="#ffffff", width=5)
    parts = [halo, svg.line((start, y, end, y), width=2)]
    parts.append(svg.line((start, y - 5, start, y + 5), width=2))
    if is_open:
        parts.append(f'<path d="M{end - 7:.1f} {y - 5:.1f} l8 5 l-8 5 z" fill="{colours.INK}"/>')
    else:
        parts.append(svg.line((end, y - 5, end, y + 5), width=2))
    return parts


def _rhomb(x: float, y: float) -> str:
    return (
        f'<path d="M{x:.1f} {y - 6:.1f} l6 6 l-6 6 l-6 -6 z" fill="#ffffff" '
        f'stroke="{colours.INK}" stroke-width="1.6"/>'
    )


@sentences.of_real_figures
def words(
    frame: pd.DataFrame,
    value: str,
    level: str = "level_label",
    panel: str = "region_name",
    bar: str | None = None,
) -> str:
    """Return what the bars say, for those who do not see them.

    Args:
        frame: As for ``draw``.
        value: Column with the figures.
        level: Column that names the levels.
        panel: Column that tells the sets apart.
        bar: Column that tells the bars of one level apart, if there are several.
    """
    said = []
    for name, rows in frame.groupby(panel, sort=False):
        told = [
            f"{row[level]}{f' {row[bar]}' if bar else ''} {value_text(row, value)}"
            for _, row in rows.iterrows()
        ]
        said.append(f"{name}: {', '.join(told)}")
    return "; ".join(said)


def drawn(
    frame: pd.DataFrame,
    *,
    value: str,
    bar: str | None = None,
    before: str | None = None,
    width: int = WIDTH,
) -> list[tuple[str, str]]:
    """Return the drawing with what it says, for ``figures.show_drawings``.

    Args:
        frame: As for ``draw``, as are ``value``, ``bar``, ``before`` and ``width``.
        value: Column with the figures.
        bar: Column that tells the bars of one level apart, if there are several.
        before: Column with the figure of a year earlier, if it is to be marked.
        width: Of the drawing, in pixels.
    """
    drawing = draw(frame, value=value, bar=bar, before=before, width=width)
    return [(drawing, words(frame, value, bar=bar))]
