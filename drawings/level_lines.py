"""Series per mbo level over school years: one drawing per region, one small panel per level."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

import sentences
import words as nl
from brand import colours
from drawings import svg

WIDTH = 268
LEFT_PX, RIGHT_PX = 8, 84
PANEL_PX, LABEL_PX, AXIS_PX = 62, 24, 20
CLOSEST_PX = 15
COUNTRY = "NL01"
DASHES = ("", "6 4", "2 3")
YEARS = ("schooljaar", "schooljaren")

Point = tuple[float, float]


class Scale(NamedTuple):
    """Where school years stand, how far apart, and the figure that is as high as a panel."""

    x_of: dict[str, float]
    step: float
    top: float


def draw(frame: pd.DataFrame, peers: pd.DataFrame, *, value: str, title: str) -> str:
    """Draw the series of one region; no line crosses a school year without a figure.

    Args:
        frame: One row per level, learning path and school year, with ``sign``.
        peers: All rows that share its scale, from zero.
        value: Column with the figures.
        title: Names the region.
    """
    years = sorted(frame["school_year"].unique())
    lines = list(frame["learning_path_label"].unique())
    top = peers[value].max()
    step = (WIDTH - LEFT_PX - RIGHT_PX) / max(len(years) - 1, 1)
    x_of = {year: LEFT_PX + number * step for number, year in enumerate(years)}
    scale = Scale(x_of, step, 1.0 if nl.is_missing(top) or not top else float(top))
    y = svg.top_of(frame, 0)
    parts = [svg.text(0, y + 16, title, size=15, weight=700)]
    y += 24
    for name, rows in frame.groupby("level_label", sort=False):
        parts.append(svg.text(0, y + 15, str(name)))
        y += LABEL_PX
        parts += _panel(rows, value, lines, scale, y + PANEL_PX)
        y += PANEL_PX + 8
    ends = [(0.0, years[0], "start"), (max(x_of.values()), years[-1], "end")]
    parts += [
        svg.text(x, y + 14, _year(year), size=13, colour=colours.MUTED, anchor=anchor)
        for x, year, anchor in ends[: len(years)]
    ]
    return svg.document(frame, parts, WIDTH, y + AXIS_PX)


def _year(school_year: str) -> str:
    """Return a school year in short: ``2018/'19``."""
    year = int(school_year[:4])
    return f"{year}/'{(year + 1) % 100:02}"


def _panel(
    rows: pd.DataFrame, value: str, lines: list[str], scale: Scale, floor: float
) -> list[str]:
    known = rows.groupby("school_year")[value].count()
    parts = [
        f'<rect x="{scale.x_of[year] - scale.step / 2:.1f}" y="{floor - PANEL_PX:.1f}" '
        f'width="{scale.step:.1f}" height="{PANEL_PX}" fill="{colours.GAP}"/>'
        for year in known.index[known == 0]
    ]
    right = max(scale.x_of.values())
    parts.append(svg.line((LEFT_PX, floor, right, floor), colour=colours.AXIS))
    ends: list[tuple[float, str, int]] = []
    for place, name in enumerate(lines):
        own = rows[rows["learning_path_label"] == name]
        points = [
            None
            if nl.is_missing(row[value])
            else (scale.x_of[row["school_year"]], floor - row[value] / scale.top * PANEL_PX)
            for _, row in own.iterrows()
        ]
        parts += _line(points, place, fictitious=svg.is_fictitious(own))
        said = nl.cell(value, own[value].iloc[-1], own["sign"].iloc[-1])
        height = points[-1][1] if points[-1] else floor - place * CLOSEST_PX
        ends.append((height, f"{name} {said}", place))
    return parts + [
        svg.text(right + 9, height + 5, said, size=13.5, colour=svg.EDGES[place])
        for height, said, place in _apart(ends)
    ]


def _apart(ends: list[tuple[float, str, int]]) -> list[tuple[float, str, int]]:
    """Return the names of the lines, lowest first, moved up until none covers another."""
    placed: list[tuple[float, str, int]] = []
    for height, said, place in sorted(ends, reverse=True):
        highest = placed[-1][0] - CLOSEST_PX if placed else height
        placed.append((min(height, highest), said, place))
    return placed


def _line(points: list[Point | None], place: int, *, fictitious: bool) -> list[str]:
    """Return the stretches between gaps and a mark at each figure; fictitious marks are open."""
    colour = svg.EDGES[place]
    dash = f' stroke-dasharray="{DASHES[place]}"' if DASHES[place] else ""
    path = "".join(
        f"{'L' if before else 'M'}{point[0]:.1f} {point[1]:.1f} "
        for before, point in zip([None, *points], points, strict=False)
        if point
    )
    inside = colours.WHITE if fictitious else colour
    return [
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>',
        *(
            f'{_mark(*point, place)} fill="{inside}" stroke="{colour}" stroke-width="1.6"/>'
            for point in points
            if point
        ),
    ]


def _mark(x: float, y: float, place: int) -> str:
    if place == 0:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2"'
    return f'<rect x="{x - 3:.1f}" y="{y - 3:.1f}" width="6" height="6"'


@sentences.of_real_figures
def words(frame: pd.DataFrame, value: str) -> str:
    """Return what the lines say: per level and line the first and last figure, and the gaps."""
    said = []
    for (name, path), rows in frame.groupby(["level_label", "learning_path_label"], sort=False):
        known = rows[rows[value].notna()]
        if known.empty:
            said.append(f"{name} {path}: geen cijfers beschikbaar")
            continue
        ends = [
            f"{nl.number(row[value])} in {row['period_label']}"
            for _, row in known.iloc[[0, -1]].iterrows()
        ]
        gaps = len(rows) - len(known)
        absent = f", {sentences.count(gaps, YEARS)} zonder cijfer" if gaps else ""
        said.append(f"{name} {path}: {', '.join(ends)}{absent}")
    return "; ".join(said)


def drawn(frame: pd.DataFrame, value: str) -> list[tuple[str, str]]:
    """Return per region its drawing with what it says; the country has a scale of its own."""
    is_country = frame["region_code"].eq(COUNTRY)
    own = " (eigen schaal)" if is_country.any() and not is_country.all() else ""
    found = []
    for name, rows in frame.groupby("region_name", sort=False):
        is_own = bool(is_country[rows.index].all())
        title, peers = (f"{name}{own}", rows) if is_own else (str(name), frame[~is_country])
        drawing = draw(rows, peers, value=value, title=title)
        found.append((drawing, f"{name}: {words(rows, value)}"))
    return found
