"""What charts over time are made of: plain dictionaries, which Plotly checks once, at the end.

Adding shapes, annotations and axes to a figure one by one takes ten times as long.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from brand import colours
from drawings.points import stretches_without

HALF_QUARTER = pd.Timedelta(days=45)
EDGE = pd.Timedelta(days=60)

Moment = datetime.date | int
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


def series(
    days: Sequence[Any],
    values: Sequence[Any],
    said: Sequence[Sequence[str]],
    *,
    name: str,
    unit: str,
    colour: str,
    symbol: str,
    size: int,
    width: float = 2,
) -> Spec:
    """Return a line with a mark at each figure; it crosses no period without one.

    Args:
        days: Where each figure stands on the axis.
        values: The figures; missing where there is none.
        said: Per figure its period and its text, for the tooltip, which ends on the ``unit``.
        name: Of the line.
        unit: What is counted.
        colour: Of line and marks.
        symbol: Of the marks, whose ``size`` is in pixels, as is the ``width`` of the line.
        size: Of the marks.
        width: Of the line.
    """
    return {
        "type": "scatter",
        "x": days,
        "y": values,
        "name": name,
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"color": colour, "width": width},
        "marker": {"symbol": symbol, "size": size, "color": colour},
        "customdata": said,
        "hovertemplate": hover(name, unit),
    }


def hover(name: str, unit: str) -> str:
    """Return the tooltip of a line or bar, of its period or category and its text."""
    return f"{name}, %{{customdata[0]}}: <b>%{{customdata[1]}}</b> {unit}<extra></extra>"


def bounds(rows: pd.DataFrame, value: str, stem: str, colour: str, cap: int) -> Spec:
    """Return bars from the least to the most that a figure can be, where counts are under ten.

    Args:
        rows: With ``sign``, ``value``, and its bounds: the ``stem`` with ``_low`` and ``_high``.
        value: Column with the figures.
        stem: Of the columns with the bounds.
        colour: Of the bars.
        cap: How wide their ends are, in pixels.
    """
    known = rows.where(rows["sign"].eq("below_ten") & rows[value].notna())
    return {
        "type": "data",
        "symmetric": False,
        "array": (known[f"{stem}_high"] - known[value]).to_numpy(dtype=float),
        "arrayminus": (known[value] - known[f"{stem}_low"]).to_numpy(dtype=float),
        "width": cap,
        "thickness": 1,
        "color": colour,
    }


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


def gaps(panel: pd.DataFrame, value: str, number: int) -> Iterator[Spec]:
    """Yield a shade for each stretch of quarters in which no line of the panel has a figure.

    A quarter reaches half a quarter to either side of its mark, so that a lone figure stays clear.
    The rows are oldest first, each with the day that it ``ends_on``.
    """
    known = panel.groupby("ends_on")[value].count() > 0
    days = known.index
    for start, end in stretches_without(known):
        is_last = end == len(days) - 1
        right = days[end] + HALF_QUARTER if is_last else days[end + 1] - HALF_QUARTER
        yield shade(days[start] - HALF_QUARTER, right, number, colours.GAP)
