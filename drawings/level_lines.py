"""Series per mbo level over school years: one drawing per region, one small panel per level."""

from __future__ import annotations

import pandas as pd

import sentences
import words as nl
from brand import colours
from drawings import svg
from words.marks import is_sample

WIDTH = 268
LEFT_PX = 8
RIGHT_PX = 84
PANEL_PX = 62
LABEL_PX = 24
AXIS_PX = 20
CLOSEST_PX = 15
COUNTRY = "NL01"
DASHES = ("", "6 4", "2 3")


def draw(
    frame: pd.DataFrame,
    *,
    value: str,
    title: str,
    peers: pd.DataFrame | None = None,
    level: str = "level_label",
    line: str = "learning_path_label",
    width: int = WIDTH,
) -> str:
    """Draw the series of one region; no line crosses a school year without a figure.

    Args:
        frame: One row per level, line and school year, with ``school_year`` and ``sign``.
        value: Column with the figures.
        title: Names the region.
        peers: All rows that share its scale; its own unless given.
        level: Column that tells the panels apart; they share one scale, from zero.
        line: Column that tells the lines within a panel apart.
        width: Of the drawing, in pixels.
    """
    fictitious = bool(is_sample(frame).any())
    years = sorted(frame["school_year"].unique())
    lines = list(frame[line].unique())
    top = (frame if peers is None else peers)[value].max()
    top = 1.0 if nl.is_missing(top) or not top else float(top)
    step = (width - LEFT_PX - RIGHT_PX) / max(len(years) - 1, 1)
    x_of = {year: LEFT_PX + number * step for number, year in enumerate(years)}
    y = float(svg.MARK_PX if fictitious else 0)
    parts = [svg.text(0, y + 16, title, size=15, weight=700)]
    y += 24
    for name, rows in frame.groupby(level, sort=False):
        parts.append(svg.text(0, y + 15, str(name)))
        y += LABEL_PX
        parts += _panel(rows, value, line, lines, x_of, y, step, top)
        y += PANEL_PX + 8
    last = max(x_of.values())
    parts.append(svg.text(0, y + 14, _year(years[0]), size=13, colour=colours.MUTED))
    if len(years) > 1:
        anchored = svg.text(
            last, y + 14, _year(years[-1]), size=13, colour=colours.MUTED, anchor="end"
        )
        parts.append(anchored)
    return svg.document(parts, width=width, height=y + AXIS_PX, fictitious=fictitious)


def _year(school_year: str) -> str:
    """Return a school year in short: ``2018/'19``."""
    year = int(school_year[:4])
    return f"{year}/'{(year + 1) % 100:02}"


def _panel(
    rows: pd.DataFrame,
    value: str,
    line: str,
    lines: list[str],
    x_of: dict[str, float],
    y: float,
    step: float,
    top: float,
) -> list[str]:
    known = rows.groupby("school_year")[value].count()
    parts = [
        f'<rect x="{x_of[year] - step / 2:.1f}" y="{y:.1f}" width="{step:.1f}" '
        f'height="{PANEL_PX}" fill="{colours.GAP}"/>'
        for year, count in known.items()
        if not count
    ]
    floor = y + PANEL_PX
    parts.append(svg.line((LEFT_PX, floor, max(x_of.values()), floor), colour=colours.AXIS))
    ends: list[tuple[float, str, int]] = []
    for place, name in enumerate(lines):
        own = rows[rows[line] == name]
        points = [
            None
            if nl.is_missing(row[value])
            else (x_of[row["school_year"]], floor - row[value] / top * PANEL_PX)
            for _, row in own.iterrows()
        ]
        parts += _line(points, place, fictitious=bool(is_sample(own).any()))
        final = own.iloc[-1]
        said = nl.cell(value, final[value], final["sign"])
        height = points[-1][1] if points[-1] else floor - place * CLOSEST_PX
        ends.append((height, f"{name} {said}", place))
    for height, words_, place in _apart(ends):
        parts.append(
            svg.text(max(x_of.values()) + 9, height + 5, words_, size=13.5, colour=svg.EDGES[place])
        )
    return parts


def _apart(ends: list[tuple[float, str, int]]) -> list[tuple[float, str, int]]:
    """Return the names of the lines, lowest first, moved up until none covers another."""
    placed: list[tuple[float, str, int]] = []
    for height, said, place in sorted(ends, reverse=True):
        highest = placed[-1][0] - CLOSEST_PX if placed else height
        placed.append((min(height, highest), said, place))
    return placed


def _line(points: list[tuple[float, float] | None], place: int, *, fictitious: bool) -> list[str]:
    """Return the stretches between gaps and a mark at each figure; fictitious marks are open."""
    colour = svg.EDGES[place]
    path, is_on = "", False
    for point in points:
        if point:
            path += f"{'L' if is_on else 'M'}{point[0]:.1f} {point[1]:.1f} "
        is_on = point is not None
    dash = f' stroke-dasharray="{DASHES[place]}"' if DASHES[place] else ""
    parts = [f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>']
    inside = colours.WHITE if fictitious else colour
    for point in points:
        if point:
            x, y = point
            shape = (
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2"'
                if place == 0
                else f'<rect x="{x - 3:.1f}" y="{y - 3:.1f}" width="6" height="6"'
            )
            parts.append(f'{shape} fill="{inside}" stroke="{colour}" stroke-width="1.6"/>')
    return parts


@sentences.of_real_figures
def words(
    frame: pd.DataFrame,
    value: str,
    level: str = "level_label",
    line: str = "learning_path_label",
) -> str:
    """Return what the lines say: per level and line the first and last figure, and the gaps.

    Args:
        frame: As for ``draw``.
        value: Column with the figures.
        level: Column that tells the panels apart.
        line: Column that tells the lines within a panel apart.
    """
    said = []
    for (name, path), rows in frame.groupby([level, line], sort=False):
        known = rows[rows[value].notna()]
        if known.empty:
            said.append(f"{name} {path}: geen cijfers beschikbaar")
            continue
        first, last = known.iloc[0], known.iloc[-1]
        gaps = len(rows) - len(known)
        said.append(
            f"{name} {path}: {nl.number(first[value])} in {first['period_label']}, "
            f"{nl.number(last[value])} in {last['period_label']}"
            + (
                f", {gaps} {'schooljaar' if gaps == 1 else 'schooljaren'} zonder cijfer"
                if gaps
                else ""
            )
        )
    return "; ".join(said)


def drawings(frame: pd.DataFrame, value: str) -> list[tuple[str, str]]:
    """Return per region its name and its drawing; the country has a scale of its own.

    Args:
        frame: As for ``draw``, of one or more regions.
        value: Column with the figures.
    """
    is_country = frame["region_code"].eq(COUNTRY)
    own = " (eigen schaal)" if is_country.any() and not is_country.all() else ""
    drawn = []
    for name, rows in frame.groupby("region_name", sort=False):
        is_own = bool(is_country[rows.index].all())
        title, peers = (f"{name}{own}", rows) if is_own else (str(name), frame[~is_country])
        drawn.append((str(name), draw(rows, value=value, title=title, peers=peers)))
    return drawn


def drawn(frame: pd.DataFrame, value: str) -> list[tuple[str, str]]:
    """Return per region its drawing with what it says, for ``figures.show_drawings``.

    All regions share one scale, and the country has its own.

    Args:
        frame: As for ``draw``, of one or more regions.
        value: Column with the figures.
    """
    return [
        (drawing, f"{name}: {words(frame[frame['region_name'] == name], value)}")
        for name, drawing in drawings(frame, value)
    ]
