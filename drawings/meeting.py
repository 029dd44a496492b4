"""Charts for a beamer, drawn from ``exports.content.Chart``; pure, without Streamlit."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from answers.content import Chart
from drawings import charts
from drawings import points as charted

COLOURS = ("#0b5a8a", "#b3480b", "#4d4d4d", "#5a3d8a", "#1b7a4b", "#8a6d00")
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
SYMBOLS = ("circle", "diamond", "square", "triangle-up", "x", "star")
PATTERNS = ("", "/", ".", "x", "-", "+")
FONT_PX = 20
HEIGHT_PX = 330
MOST_TICKS = 8
FEW = 8

Spec = dict[str, Any]


def draw(chart: Chart) -> go.Figure:
    """Draw a chart in large type; no line crosses a missing figure.

    Lines differ in dash and mark, bars in pattern, so that colour is never alone.

    Args:
        chart: What to draw.
    """
    points = charted.points(chart)
    names, categories = list(points.series), list(points.categories)
    maker = _line if chart.kind == "lines" else _bars
    traces = [maker(chart, points, name, place % len(COLOURS)) for place, name in enumerate(names)]
    layout: Spec = charts.base_layout(HEIGHT_PX, 54 if len(names) > 1 else 20)
    layout["margin"] |= {"l": 20, "b": 40}
    layout["font"] |= {"size": FONT_PX}
    layout["barmode"] = "stack" if chart.kind == "stacked" else "group"
    layout["showlegend"] = len(names) > 1
    layout["legend"] = {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0}
    layout["xaxis"] = {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": categories,
        "linecolor": charts.GRID,
        "gridcolor": charts.GRID,
        "automargin": True,
        **_ticks(categories),
    }
    if chart.kind == "lines":
        layout["shapes"] = [
            charts.shade(before, after, 1, charts.GAP) for before, after in points.gaps
        ]
        layout["annotations"] = [
            _no_figures(before, after)
            for before, after in points.gaps
            if 4 * (after - before) > len(categories)
        ]
    layout["yaxis"] = {
        "title": {"text": charted.unit(chart)},
        "rangemode": "tozero",
        "tickformat": ",~r",
        "nticks": 5,
        "gridcolor": charts.GRID,
        "zerolinecolor": charts.GRID,
        "automargin": True,
    }
    return go.Figure(traces, layout)


def _no_figures(before: int, after: int) -> Spec:
    return {
        "text": "geen cijfers",
        "x": (before + after) / 2,
        "y": 0.5,
        "yref": "y domain",
        "showarrow": False,
    }


def _line(chart: Chart, points: charted.Points, name: str, at: int) -> Spec:
    return {
        "type": "scatter",
        "x": list(points.categories),
        "y": list(points.series[name]),
        "name": name,
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"color": COLOURS[at], "width": 4, "dash": DASHES[at]},
        "marker": {
            "symbol": SYMBOLS[at],
            "size": 14 if len(points.categories) < FEW else 8,
            "color": COLOURS[at],
        },
        **_told(chart, points, name),
    }


def _bars(chart: Chart, points: charted.Points, name: str, at: int) -> Spec:
    return {
        "type": "bar",
        "x": list(points.categories),
        "y": list(points.series[name]),
        "name": name,
        "marker": {
            "color": COLOURS[at],
            "line": {"color": charts.INK, "width": 1},
            "pattern": {"shape": PATTERNS[at], "fgcolor": "#ffffff", "size": 10},
        },
        "text": ["" if value is None else points.written(value) for value in points.series[name]],
        "textposition": "inside" if chart.kind == "stacked" else "outside",
        "cliponaxis": False,
        **_told(chart, points, name),
    }


def _told(chart: Chart, points: charted.Points, name: str) -> Spec:
    return {
        "customdata": [points.written(value) for value in points.series[name]],
        "hovertemplate": f"{name}, %{{x}}: <b>%{{customdata}}</b> {chart.unit}<extra></extra>",
    }


def _ticks(categories: list[str]) -> Spec:
    """Return the marks on the axis of categories, no more than can be read from afar."""
    step = -(-len(categories) // MOST_TICKS)
    shown = categories[::-1][::step][::-1]
    words = [name.replace(" kwartaal ", " kw. ") for name in shown]
    return {"tickmode": "array", "tickvals": shown, "ticktext": words}
