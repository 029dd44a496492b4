"""A chart of slides as a Plotly figure, for the PDF and for the beamer."""

from __future__ import annotations

import textwrap

import plotly.graph_objects as go

from answers.content import Chart
from brand.house_style import HouseStyle
from drawings import kit
from drawings import points as charted
from drawings.points import Points

FEW = 16
MANY = 30
MOST_TICKS = 8
NARROW_PX = 600
SYMBOLS = {"circle": "circle", "diamond": "diamond", "square": "square", "triangle": "triangle-up"}
POSITIONS = {"above": "top", "below": "bottom", "": "top"}
PATTERNS = ("", "-", ".", "|", "+", "x")


def figure(
    chart: Chart, style: HouseStyle, *, height: int, size: int, width: int | None = None
) -> go.Figure:
    """Return a chart that looks like the one on the slides; no line crosses a missing figure.

    Lines differ in dash and mark, bars in pattern, so that colour is never alone.

    Args:
        chart: What to draw.
        style: Colours and fonts.
        height: In pixels of 1/96 inch.
        size: Of its text, likewise.
        width: Likewise; that of its place on the screen when there is none.
    """
    points = charted.points(chart)
    room = width or NARROW_PX
    is_flat = chart.kind != "lines" and points.are_too_long(room, size, 1.2)
    few = len(points.known) <= FEW
    traces = [
        _trace(chart, points, place, name, style, is_flat=is_flat, is_labelled=few)
        for place, name in enumerate(points.series)
    ]
    layout = _layout(chart, points, style, height, size, room, is_flat=is_flat)
    layout["width"] = width
    for start, end in points.gaps if chart.kind == "lines" else []:
        left, right = (points.days[start], points.days[end]) if points.days else (start, end)
        layout["shapes"].append(kit.shade(left, right, 1, style.band))
        if 4 * (end - start) > len(points.categories):
            layout["annotations"].append(kit.no_figures(left, right))
    if chart.kind == "stacked" and few:
        layout["annotations"] = _labels(points, style, is_flat=is_flat)
    return go.Figure(traces, layout)


def _trace(
    chart: Chart,
    points: Points,
    place: int,
    name: str,
    style: HouseStyle,
    *,
    is_flat: bool,
    is_labelled: bool,
) -> kit.Spec:
    tone = style.series[place % len(style.series)]
    labels = [
        "" if value is None else text
        for value, text in zip(points.series[name], points.said[name], strict=True)
    ]
    if chart.kind == "lines":
        trace = kit.line(
            points,
            name,
            unit=chart.unit,
            colour=tone,
            symbol=SYMBOLS[charted.MARKERS[place % 6]] + ("-open" if points.is_sample else ""),
            size=5 if len(points.categories) > MANY else 9,
            width=2.5,
        )
        trace["line"]["dash"] = charted.DASHES[place % 6]
        trace["cliponaxis"] = False
        if is_labelled:
            places = charted.label_places(points)[name]
            shown = [label if where else "" for label, where in zip(labels, places, strict=True)]
            where = [f"{POSITIONS[where]} center" for where in places]
            trace |= {"mode": "lines+markers+text", "text": shown, "textposition": where}
        return trace
    pattern = "/" if points.is_sample else PATTERNS[place % len(PATTERNS)]
    names, values = points.categories, points.series[name]
    along = {"x": values, "y": names, "orientation": "h"} if is_flat else {"x": names, "y": values}
    return along | {
        "type": "bar",
        "name": name,
        "text": labels if is_labelled else None,
        "cliponaxis": False,
        "customdata": list(zip(names, labels, strict=True)),
        "hovertemplate": kit.hover(name, chart.unit),
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


def _labels(points: Points, style: HouseStyle, *, is_flat: bool) -> list[kit.Spec]:
    """Return a label in the middle of each part of a bar, readable on its pattern."""
    found = []
    for place, category in enumerate(points.categories):
        below = 0.0
        for name, values in points.series.items():
            value = values[place]
            if value is None or value <= 0:
                continue
            up = below + value / 2
            found.append(
                {
                    "x": up if is_flat else category,
                    "y": category if is_flat else up,
                    "text": points.said[name][place],
                    "showarrow": False,
                    "bgcolor": style.background,
                    "borderpad": 2,
                }
            )
            below += value
    return found


def _layout(
    chart: Chart,
    points: Points,
    style: HouseStyle,
    height: int,
    size: int,
    room: int,
    *,
    is_flat: bool,
) -> kit.Spec:
    unit = textwrap.wrap(charted.unit(chart), height // size, break_long_words=False)
    figures: kit.Spec = {
        "title": {"text": "<br>".join(unit), "standoff": 8, "font": {"size": size}},
        "tickformat": f",.{points.decimals}f",
        "ticksuffix": "%" if points.is_pct else "",
        "gridcolor": style.line,
        "zerolinecolor": style.line,
        "rangemode": "tozero",
        "automargin": True,
        "nticks": 6,
    }
    names = _names(chart, points, room, size) | {"linecolor": style.line}
    if is_flat:
        names["autorange"] = "reversed"
    several = len(points.series) > 1
    layout = kit.base_layout(height, 54 if several and size > 14 else 16)
    layout["legend"]["traceorder"] = "normal"
    return layout | {
        "barmode": "stack" if chart.kind == "stacked" else "group",
        "bargap": 0.35,
        "paper_bgcolor": style.background,
        "plot_bgcolor": style.background,
        "font": {
            "family": ", ".join((*style.text_fonts, "sans-serif")),
            "size": size,
            "color": style.text,
        },
        "showlegend": several,
        "xaxis": figures if is_flat else names,
        "yaxis": names if is_flat else figures,
    }


def _names(chart: Chart, points: Points, room: int, size: int) -> kit.Spec:
    """Return the axis of categories, with no more names than can be read."""
    axis: kit.Spec = {"type": "category", "showgrid": False, "automargin": True, "tickangle": 0}
    if points.days:
        years = points.days[-1].year - points.days[0].year + 1
        fit = max(2, min(10, (room - 80) // (5 * size)))
        return axis | {
            "type": "date",
            "tickformat": "%Y",
            "dtick": f"M{12 * -(-years // fit)}",
            "tick0": f"{points.days[0].year}-01-01",
        }
    if chart.kind != "lines":
        return axis
    shown = points.categories[::-1][:: -(-len(points.categories) // MOST_TICKS)][::-1]
    return axis | {
        "tickmode": "array",
        "tickvals": list(shown),
        "ticktext": [name.replace(" kwartaal ", " kw.<br>") for name in shown],
    }
