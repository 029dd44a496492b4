"""Vacancies over time, a panel per sector, with the programmes on the same time axis: one SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

import pandas as pd

import sentences
import words as nl
from brand import colours
from drawings import lines, running, svg
from drawings.lines import SMALL_PX, Frame
from drawings.points import Points, over_time

VALUE = "open_vacancies"
AXIS_PX = 46
TITLE_PX, PANEL_PX, BAR_PX, YEARS_PX = 20, 72, 16, 20
HEIGHT_PX = 330
NARROW_PX = 500
HATCH = (
    '<pattern id="unsure" width="6" height="6" patternUnits="userSpaceOnUse" '
    f'patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/>'
    f'<rect width="1.5" height="6" fill="{colours.MUTED}"/></pattern>'
)


def of_sector(frame: pd.DataFrame) -> Points:
    """Return one sector of ``overzicht/vacancy_series`` as lines per region."""
    said = [
        nl.cell(VALUE, value, sign) for value, sign in zip(frame[VALUE], frame["sign"], strict=True)
    ]
    return over_time(frame, "region_name", VALUE, said)


def draw(series: pd.DataFrame, programmes: pd.DataFrame, width: float, name: str) -> str:
    """Draw the panels, and below them a bar per programme, hatched where a date is not known.

    With few programmes the panels are higher: the drawing fills its place.

    Args:
        series: Rows of ``overzicht/vacancy_series``, its lines in the order of their colours.
        programmes: Rows of ``overzicht/programmes``.
        width: In pixels.
        name: Class of the drawing.
    """
    parts, y = [f"<defs>{HATCH}</defs>"], 0.0
    sectors = series["sector_label"].nunique()
    room = HEIGHT_PX - YEARS_PX - BAR_PX * len(programmes) - sectors * (TITLE_PX + 6)
    high = max(PANEL_PX, room / sectors)
    for sector, rows in series.groupby("sector_label", sort=False):
        points = of_sector(rows)
        top = y + TITLE_PX
        frame = lines.whole(points, left=AXIS_PX, right=width - 8, top=top + 4, bottom=top + high)
        parts += [
            svg.text(0, y + 15, str(sector), size=15, weight=600),
            *_grid(frame),
            *lines.gaps(points, frame),
            *lines.lines(points, frame),
        ]
        y = frame.bottom + 6
    if len(programmes):
        y += 4
        for row in programmes.to_dict("records"):
            if bar := list(_bar(row, frame, y + BAR_PX / 2, width)):
                parts += bar
                y += BAR_PX
    parts += _years(frame, y + 14, width)
    return lines.picture(parts, width, y + YEARS_PX, words(series, programmes), name)


def words(series: pd.DataFrame, programmes: pd.DataFrame) -> str:
    """Return what the drawing says, for those who do not see it."""
    ran = "; ".join(
        f"{row['programme_name']} {nl.period(row)}" for row in programmes.to_dict("records")
    )
    said = f"Openstaande vacatures per kwartaal. {sentences.trend(series, VALUE)}."
    return f"{said} Programma's: {ran}." if ran else said


def _grid(frame: Frame) -> Iterator[str]:
    for share in (0, 0.5, 1):
        y = frame.y(share * frame.most)
        yield svg.line((frame.left, y, frame.right, y), colour=colours.GRID)
        label = nl.number(share * frame.most)
        yield svg.text(AXIS_PX - 6, y + 4, label, size=SMALL_PX, colour=colours.MUTED, anchor="end")


def _years(frame: Frame, y: float, width: float) -> Iterator[str]:
    step = 4 if width < NARROW_PX else 2
    for year in range(frame.first.year + 1, frame.last.year + 1):
        if year % step == 0:
            x = frame.x(frame.first.replace(year=year, month=1, day=1))
            yield svg.text(x, y, str(year), size=SMALL_PX, colour=colours.MUTED, anchor="middle")


def _bar(row: dict[str, Any], frame: Frame, middle: float, width: float) -> Iterator[str]:
    """Yield the bar of a programme and its name; nothing where it ended before the first day."""
    spans = list(running.spans(row, pd.Timestamp(frame.first), pd.Timestamp(frame.last)))
    if not spans:
        return
    for start, end, is_sure in spans:
        left, right = frame.x(start.date()), frame.x(end.date())
        fill = colours.BLUE if is_sure else "url(#unsure)"
        yield (
            f'<rect x="{left:.1f}" y="{middle - 5:.1f}" width="{max(right - left, 2):.1f}" '
            f'height="10" fill="{fill}" stroke="{colours.EDGE}" stroke-width="0.8"/>'
        )
    left, right = frame.x(spans[0][0].date()), frame.x(spans[-1][1].date())
    named = str(row["programme_name"])
    room = max(width - right, left - AXIS_PX) / lines.CHARACTER_PX
    label = svg.shortened(named, int(room)) if room < len(named) else named
    is_left = width - right < left - AXIS_PX
    x, anchor = (left - 5, "end") if is_left else (right + 5, "start")
    yield svg.text(x, middle + 4.5, label, size=SMALL_PX, anchor=anchor)


def legend(names: Sequence[str]) -> str:
    """Return which colour is which region, as HTML; nothing for one."""
    if len(names) < 2:
        return ""
    items = "".join(
        f'<li><i style="background:{lines.LINES[place]}"></i>{escape(name)}</li>'
        for place, name in enumerate(names)
    )
    return f'<ul class="vkm-legend">{items}</ul>'
