"""What charts over time are made of: plain dictionaries, which Plotly checks once, at the end.

Adding shapes, annotations and axes to a figure one by one takes ten times as long.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import pandas as pd

from brand import colours
from drawings.points import Points

NO_FIGURES_PX = 84
HALF_QUARTER = datetime.timedelta(days=45)
EDGE = pd.Timedelta(days=60)

Moment = datetime.date | int
Figures = Sequence[float | None]
Spec = dict[str, Any]


def reference(letter: str, number: int) -> str:
    """Return how a trace or shape refers to the axis of a panel, such as ``x2``."""
    return letter if number == 1 else f"{letter}{number}"


def axis(letter: str, number: int) -> str:
    """Return the name of the axis of a panel in a layout, such as ``xaxis2``."""
    return f"{letter}axis" if number == 1 else f"{letter}axis{number}"


def axes(number: int) -> Spec:
    """Return the two axes of a panel, for a trace."""
    return {"xaxis": reference("x", number), "yaxis": reference("y", number)}


def base_layout(height: float, top: float) -> Spec:
    """Return what every figure shares; its height, and the margin above the panels, in pixels."""
    return {
        "height": height,
        "separators": ",.",
        "margin": {"l": 10, "r": 10, "t": top, "b": 30},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "Source Sans, sans-serif", "size": 13, "color": colours.INK},
        "legend": {"orientation": "h", "y": 1, "yref": "container", "yanchor": "top", "x": 0},
        "dragmode": False,
        "shapes": [],
        "annotations": [],
    }


def time_axis(frame: pd.DataFrame, number: int, **more: Any) -> Spec:
    """Return the axis of time of a panel, somewhat longer than from first to last ``ends_on``."""
    return {
        "type": "date",
        "anchor": reference("y", number),
        "range": [frame["ends_on"].min() - EDGE, frame["ends_on"].max() + EDGE],
        "tickformat": "%Y",
        "gridcolor": colours.GRID,
        "linecolor": colours.GRID,
        **more,
    }


def figure_axis(number: int, **more: Any) -> Spec:
    """Return the axis of figures of a panel, from zero."""
    return {
        "anchor": reference("x", number),
        "rangemode": "tozero",
        "tickformat": ",~r",
        "gridcolor": colours.GRID,
        "zerolinecolor": colours.GRID,
        **more,
    }


def title(text: str, x: float, y: float, size: int) -> Spec:
    """Return the title of a panel, above its top left corner, both as shares of the figure."""
    return {
        "text": text,
        "x": x,
        "xref": "paper",
        "xanchor": "left",
        "y": y,
        "yref": "paper",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": size, "color": colours.INK},
    }


def line(
    points: Points,
    name: str,
    *,
    unit: str,
    colour: str,
    symbol: str,
    size: int,
    width: float = 2,
    cap: int = 0,
) -> Spec:
    """Return one of the series as a line with a mark at each figure; it crosses no gap.

    Figures that are known within bounds have them as a bar.

    Args:
        points: Of the chart or panel.
        name: Of the series.
        unit: What is counted.
        colour: Of line and marks.
        symbol: Of the marks, whose ``size`` is in pixels, as is the ``width`` of the line.
        size: Of the marks.
        width: Of the line.
        cap: How wide the ends of the bars are, in pixels.
    """
    drawn: Spec = {
        "type": "scatter",
        "x": points.days or points.categories,
        "y": points.series[name],
        "name": name,
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"color": colour, "width": width},
        "marker": {"symbol": symbol, "size": size, "color": colour},
        "customdata": list(zip(points.categories, points.said[name], strict=True)),
        "hovertemplate": hover(name, unit),
    }
    if name in points.least:
        values, least, most = points.series[name], points.least[name], points.most[name]
        drawn["error_y"] = {
            "type": "data",
            "symmetric": False,
            "array": _distances(values, most),
            "arrayminus": _distances(least, values),
            "width": cap,
            "thickness": 1,
            "color": colour,
        }
    return drawn


def _distances(lower: Figures, upper: Figures) -> list[float | None]:
    return [
        None if low is None or high is None else high - low
        for low, high in zip(lower, upper, strict=True)
    ]


def hover(name: str, unit: str) -> str:
    """Return the tooltip of a line or bar, of its period or category and its text."""
    return f"{name}, %{{customdata[0]}}: <b>%{{customdata[1]}}</b> {unit}<extra></extra>"


def behind(kind: str, number: int, x: Sequence[Any], y: Sequence[float], **more: Any) -> Spec:
    """Return a ``line`` or ``rect`` behind the figures of a panel, with more such as its colour.

    Args:
        kind: Which of the two.
        number: Of the panel, counted from 1.
        x: From where to where: days, or places on an axis of names, counted from 0.
        y: Likewise, as shares of the height of the panel.
        more: See Plotly.
    """
    return {
        "type": kind,
        "xref": reference("x", number),
        "yref": f"{reference('y', number)} domain",
        "x0": x[0],
        "x1": x[1],
        "y0": y[0],
        "y1": y[1],
        "layer": "below",
        **more,
    }


def shade(start: Moment, end: Moment, number: int, colour: str) -> Spec:
    """Return a coloured stretch behind a panel, over its whole height; see ``behind``."""
    return behind("rect", number, (start, end), (0, 1), fillcolor=colour, line={"width": 0})


def edge(level: float, number: int, colour: str) -> Spec:
    """Return a dotted line behind a panel, over its whole width, at a level of its figures."""
    x, y = reference("x", number), reference("y", number)
    line = {"color": colour, "width": 1, "dash": "dot"}
    return behind("line", number, (0, 1), (level, level), xref=f"{x} domain", yref=y, line=line)


def gaps(points: Points, layout: Spec, number: int, width_px: int) -> None:
    """Add a shade for each stretch of quarters in which no line of a panel has a figure.

    A quarter reaches half a quarter to either side of its mark, so that a lone figure stays clear.
    Where there is room the shade says what it means.

    Args:
        points: Of the panel.
        layout: With the axes of the panel; changed.
        number: Of the panel.
        width_px: Of the panel, at its narrowest.
    """
    days = points.days
    first, last = layout[axis("x", number)]["range"]
    for start, end in points.without:
        left = days[start] - HALF_QUARTER
        is_last = end == len(days) - 1
        right = days[end] + HALF_QUARTER if is_last else days[end + 1] - HALF_QUARTER
        layout["shapes"].append(shade(left, right, number, colours.GAP))
        room_px = (right - left) / (last - first) * width_px
        if room_px >= NO_FIGURES_PX / 2:
            words = no_figures(left, right, number, is_narrow=room_px < NO_FIGURES_PX, size=12)
            layout["annotations"].append(words)


def no_figures(
    left: Any, right: Any, number: int = 1, *, is_narrow: bool = False, **font: Any
) -> Spec:
    """Return what is written in a stretch of a panel that has no figure."""
    return {
        "text": "geen<br>cijfers" if is_narrow else "geen cijfers",
        "x": left + (right - left) / 2,
        "xref": reference("x", number),
        "y": 0.5,
        "yref": f"{reference('y', number)} domain",
        "showarrow": False,
        "font": font,
    }
