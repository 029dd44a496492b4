"""Charts as pictures for a PDF: drawn by Plotly in a Chromium of this computer, if it has one."""

from __future__ import annotations

import asyncio
import shutil
import textwrap
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import kaleido
import plotly.graph_objects as go

from answers.content import Chart
from brand.house_style import HouseStyle
from drawings import charts
from drawings import points as charted
from exports.packs import fitting
from words.marks import is_sample

NOWHERE = "http://127.0.0.1:9"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
TIMEOUT_S = 60
SCALE = 2.5
FEW = 16
TEXT_SIZE = 14
SMALL_TEXT_SIZE = 11
SMALL_WIDTH = 450
SYMBOLS = {
    "circle": "circle",
    "diamond": "diamond",
    "square": "square",
    "triangle": "triangle-up",
}
POSITIONS = {"above": "top", "below": "bottom", "": "top"}
PATTERNS = ("", "-", ".", "|", "+", "x")

Spec = dict[str, Any]


def browser() -> str | None:
    """Return where a Chromium stands, or nothing."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def pictures(figures: Sequence[go.Figure]) -> list[bytes]:
    """Return figures as PNG, all drawn in one start of the browser, which reaches no network.

    Raises:
        FileNotFoundError: When this computer has no Chromium.
    """
    path = browser()
    if path is None:
        raise FileNotFoundError("No Chromium found; ask drawings.browser() before drawing.")
    if not figures:
        return []
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, _drawn(figures, path)).result()


def figure(chart: Chart, style: HouseStyle, width: int, height: int) -> go.Figure:
    """Return a chart as a figure that looks like the one on the slides.

    Args:
        chart: What to draw.
        style: Colours and fonts.
        width: In pixels of 1/96 inch.
        height: Likewise.
    """
    points = charted.points(chart)
    is_flat = chart.kind != "lines" and _has_long_names(points, width)
    known = sum(value is not None for values in points.series.values() for value in values)
    traces = [
        _trace(chart, points, place, name, style, is_flat=is_flat, is_labelled=known <= FEW)
        for place, name in enumerate(points.series)
    ]
    layout = _layout(chart, points, style, width, height, is_flat=is_flat)
    if chart.kind == "lines":
        layout["shapes"] = [_gap(points, *places, style) for places in points.gaps]
    if chart.kind == "stacked" and known <= FEW:
        layout["annotations"] = _labels(points, style, is_flat=is_flat)
    return go.Figure(traces, layout)


def _gap(points: charted.Points, before: int, after: int, style: HouseStyle) -> Spec:
    """Return the grey behind a stretch of time without figures."""
    if points.days:
        return charts.shade(points.days[before], points.days[after], 1, style.band)
    return charts.shade(before, after, 1, style.band)


async def _drawn(figures: Sequence[go.Figure], path: str) -> list[bytes]:
    """Draw figures one by one; without MathJax, and with a proxy that leads nowhere."""
    options = {"mathjax": False, "proxy_server": NOWHERE, "timeout": TIMEOUT_S}
    async with kaleido.Kaleido(n=1, path=path, **options) as browser_tab:
        return [await browser_tab.calc_fig(figure, opts=_size(figure)) for figure in figures]


def _size(figure: go.Figure) -> Spec:
    """Return what to make: PNG, as WeasyPrint leaves out the patterns of an SVG."""
    return {
        "format": "png",
        "width": figure.layout.width,
        "height": figure.layout.height,
        "scale": SCALE,
    }


def _trace(
    chart: Chart,
    points: charted.Points,
    place: int,
    name: str,
    style: HouseStyle,
    *,
    is_flat: bool,
    is_labelled: bool,
) -> Spec:
    values = list(points.series[name])
    names = list(points.days or points.categories)
    tone = style.series[place % len(style.series)]
    labels = [points.written(value) if value is not None else "" for value in values]
    trace: Spec = {"name": name, "x": names, "y": values, "cliponaxis": False}
    if is_labelled:
        trace["text"] = labels
    if chart.kind == "lines":
        sample = "-open" if is_sample(chart.frame).any() else ""
        places = charted.label_places(points)[name]
        if is_labelled:
            trace["text"] = [
                label if where else "" for label, where in zip(labels, places, strict=True)
            ]
            trace["textposition"] = [f"{POSITIONS[where]} center" for where in places]
        return trace | {
            "type": "scatter",
            "mode": "lines+markers+text" if is_labelled else "lines+markers",
            "connectgaps": False,
            "line": {"color": tone, "width": 2.5, "dash": charted.DASHES[place % 6]},
            "marker": {
                "symbol": SYMBOLS[charted.MARKERS[place % 6]] + sample,
                "size": 5 if len(names) > 30 else 9,
                "color": tone,
            },
        }
    pattern = "/" if is_sample(chart.frame).any() else PATTERNS[place % len(PATTERNS)]
    if is_flat:
        trace |= {"x": values, "y": names, "orientation": "h"}
    return trace | {
        "type": "bar",
        "textposition": "none" if chart.kind == "stacked" else "outside",
        "textangle": 0,
        "marker": {
            "color": tone,
            "line": {"color": style.background, "width": 1},
            "pattern": {
                "shape": pattern,
                "fgcolor": style.background,
                "bgcolor": tone,
                "size": 6,
                "solidity": 0.25,
            },
        },
    }


def _labels(points: charted.Points, style: HouseStyle, *, is_flat: bool) -> list[Spec]:
    """Return a label in the middle of each part of a bar, readable on its pattern."""
    found = []
    for place, category in enumerate(points.categories):
        below = 0.0
        for values in points.series.values():
            value = values[place]
            if value is None or value <= 0:
                continue
            along, up = category, below + value / 2
            found.append(
                {
                    "x": up if is_flat else along,
                    "y": along if is_flat else up,
                    "text": points.written(value),
                    "showarrow": False,
                    "bgcolor": style.background,
                    "borderpad": 2,
                }
            )
            below += value
    return found


def _layout(
    chart: Chart,
    points: charted.Points,
    style: HouseStyle,
    width: int,
    height: int,
    *,
    is_flat: bool,
) -> Spec:
    size = SMALL_TEXT_SIZE if width < SMALL_WIDTH else TEXT_SIZE
    figures: Spec = {
        "title": {
            "text": "<br>".join(
                textwrap.wrap(charted.unit(chart), height // size, break_long_words=False)
            ),
            "standoff": 8,
            "font": {"size": size},
        },
        "tickformat": f",.{points.decimals}f",
        "ticksuffix": "%" if points.is_pct else "",
        "gridcolor": style.line,
        "zerolinecolor": style.line,
        "rangemode": "tozero",
        "automargin": True,
        "nticks": 6,
    }
    names: Spec = {
        "type": "date" if points.days else "category",
        "linecolor": style.line,
        "showgrid": False,
        "automargin": True,
        "tickangle": 0,
    }
    if points.days:
        years = points.days[-1].year - points.days[0].year + 1
        fit = max(2, min(10, (width - 80) // (5 * size)))
        names |= {"tickformat": "%Y", "dtick": f"M{12 * -(-years // fit)}"}
        names["tick0"] = f"{points.days[0].year}-01-01"
    elif chart.kind == "lines":
        short = [name.replace(" kwartaal ", " kw.<br>") for name in points.categories]
        names |= {"tickmode": "array", "tickvals": list(points.categories), "ticktext": short}
    if is_flat:
        names["autorange"] = "reversed"
    return {
        "width": width,
        "height": height,
        "separators": ",.",
        "barmode": "stack" if chart.kind == "stacked" else "group",
        "bargap": 0.35,
        "margin": {"l": 10, "r": 16, "t": 16, "b": 10},
        "paper_bgcolor": style.background,
        "plot_bgcolor": style.background,
        "font": {
            "family": ", ".join((*style.text_fonts, "sans-serif")),
            "size": size,
            "color": style.text,
        },
        "showlegend": len(points.series) > 1,
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "traceorder": "normal",
        },
        "xaxis": figures if is_flat else names,
        "yaxis": names if is_flat else figures,
    }


def _has_long_names(points: charted.Points, room: float) -> bool:
    slot = (room - 80) / len(points.categories)
    return max(fitting.width(name, TEXT_SIZE) for name in points.categories) > 1.2 * slot
