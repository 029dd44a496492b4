"""Figures drawn from frames; pure functions without Streamlit.

A figure is composed as plain dictionaries and checked by Plotly once, at the end: adding shapes,
annotations and axes to a figure one by one takes ten times as long.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

import words as nl
from brand import colours
from drawings import running, timeline
from drawings.axes import Spec, axes, axis, reference
from words.marks import SAMPLE

COLOURS = (colours.BLUE, colours.RUST, colours.GREY)
SYMBOLS = ("circle", "diamond", "square")
SAMPLE_TITLE = {
    "text": SAMPLE,
    "font": {"color": colours.WARNING, "size": 16},
    "x": 1,
    "xanchor": "right",
    "y": 1,
    "yref": "container",
    "yanchor": "top",
    "pad": {"t": 4, "r": 10},
}
RUNNING = "rgba(11,90,138,0.10)"
PANEL_PX = 150
SPACE_PX = 50
BAR_PX = 36
HALF_QUARTER = pd.Timedelta(days=45)
CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "displayModeBar": "hover",
    "modeBarButtons": [["toImage"]],
    "locale": "nl",
    "locales": {
        "nl": {
            "dictionary": {
                "Download plot": "Plaatje opslaan (SVG)",
                "Taking snapshot - this may take a few seconds": "Het plaatje wordt gemaakt",
                "Snapshot succeeded": "Het plaatje is opgeslagen:",
                "Sorry, there was a problem downloading your snapshot!": "Opslaan mislukte.",
            },
            "format": {"decimal": ",", "thousands": "."},
        }
    },
}

Moment = datetime.date | int


def panels(
    frame: pd.DataFrame,
    *,
    by: str,
    line: str,
    value: str,
    unit: str,
    programmes: pd.DataFrame | None = None,
    notes: pd.DataFrame | None = None,
) -> go.Figure:
    """Draw a series as one panel per value of a column, above each other on one time axis.

    No line crosses a missing quarter; quarters without any figure are shaded.

    Args:
        frame: One row per panel, line and quarter, with ``ends_on``, ``period_label``, ``sign``.
        by: Column that tells the panels apart; each has its own vertical axis from zero.
        line: Column that tells the lines within a panel apart.
        value: Column with the figures.
        unit: What is counted, for the tooltip.
        programmes: Rows of ``overzicht/programmes``, drawn as bars below the panels; where begin
            and end are known, the panels are tinted for as long as they ran.
        notes: Rows of ``notes/shown``, drawn as numbered marks.
    """
    names = list(frame[by].unique())
    lines = list(frame[line].unique())
    has_bars = programmes is not None and not programmes.empty
    heights = [PANEL_PX] * len(names)
    titles = list(names)
    if programmes is not None and has_bars:
        heights.append(BAR_PX * len(programmes))
        titles.append("Programma's: wanneer liepen ze")
    has_legend = len(lines) > 1
    layout = _stacked(heights, titles, frame, SPACE_PX + (26 if has_legend else 0))
    layout["showlegend"] = has_legend
    traces: list[Spec] = []
    for number, name in enumerate(names, start=1):
        panel = frame[frame[by] == name]
        for place, line_name in enumerate(lines):
            trace = _series(panel[panel[line] == line_name], place, line_name, value, unit)
            traces.append({**trace, **axes(number), "showlegend": number == 1})
        layout["shapes"] += [
            shade(start, end, number, colours.GAP) for start, end in gaps(panel, value)
        ]
        if programmes is not None:
            layout["shapes"] += [
                shade(start, end, number, RUNNING)
                for start, end in running.spans(programmes, frame)
            ]
        if notes is not None:
            mark(layout, notes, number, panel[value].max(), width_px=timeline.WIDE_PX)
    if programmes is not None and has_bars:
        bars, labels = running.bars(programmes, frame, len(heights))
        traces += bars
        layout["annotations"] += labels
        layout[axis("y", len(heights))] |= {"visible": False, "range": [-0.5, len(programmes)]}
    return go.Figure(traces, layout)


def config(name: str) -> Spec:
    """Return the settings of a chart on the page: a button that saves it as a picture, no more.

    Args:
        name: Of the picture, with its suffix.
    """
    picture = {"format": "svg", "filename": name.removesuffix(".svg")}
    return {**CONFIG, "toImageButtonOptions": picture}


def mark(
    layout: Spec, notes: pd.DataFrame, number: int, top: float | None, *, width_px: int
) -> None:
    """Add notes to a panel, in a strip above its lines.

    Args:
        layout: With the axes of the panel; changed.
        notes: Rows of ``notes/shown``.
        number: Of the panel.
        top: Highest figure of an axis that fits itself; None when its range is given.
        width_px: Of the panel, at its narrowest.
    """
    if notes.empty:
        return
    first, last = layout[axis("x", number)]["range"]
    shapes, labels = timeline.marks(
        notes,
        first,
        last,
        x=reference("x", number),
        y=reference("y", number),
        width_px=width_px,
    )
    layout["shapes"] += shapes
    layout["annotations"] += labels
    if top is not None and not pd.isna(top):
        layout[axis("y", number)]["range"] = [0, timeline.headroom(1.05 * float(top))]


def _called_sample(axis: go.layout.YAxis) -> None:
    unit = axis.title.text
    axis.title = {"text": f"{SAMPLE}: {unit}" if unit else SAMPLE, "font": {"size": 12}}


def as_sample(figure: go.Figure) -> go.Figure:
    """Mark a figure of fictitious figures: in its title and on its axes; dashed, open, hatched.

    The bars of programmes stay as they are: what is known of those is real.
    """
    marked = go.Figure(figure)
    marked.update_layout(title=SAMPLE_TITLE)
    marked.for_each_yaxis(_called_sample)
    marked.update_traces(line={"dash": "dash"}, selector={"type": "scatter"})
    for trace in marked.data:
        if trace.type == "scatter":
            trace.marker.symbol = f"{trace.marker.symbol}-open"
        elif trace.meta != running.PROGRAMME:
            trace.marker.pattern.shape = "/"
    return marked


def _series(rows: pd.DataFrame, place: int, name: str, value: str, unit: str) -> Spec:
    return {
        "type": "scatter",
        "x": rows["ends_on"].to_numpy(),
        "y": rows[value].astype("float64").to_numpy(),
        "name": name,
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"color": COLOURS[place], "width": 2},
        "marker": {"symbol": SYMBOLS[place], "size": 5, "color": COLOURS[place]},
        "customdata": [
            [label, nl.cell(value, cell, sign)]
            for label, cell, sign in zip(
                rows["period_label"], rows[value], rows["sign"], strict=True
            )
        ],
        "hovertemplate": f"{name}, %{{customdata[0]}}: <b>%{{customdata[1]}}</b> {unit}"
        "<extra></extra>",
        "legendgroup": name,
    }


def gaps(panel: pd.DataFrame, value: str) -> Iterator[tuple[pd.Timestamp, pd.Timestamp]]:
    """Yield the stretches of quarters in which no line of the panel has a figure.

    A quarter reaches half a quarter to either side of its mark, so that a lone figure stays clear.

    Args:
        panel: A row per line and quarter, oldest first, with the day that it ``ends_on``.
        value: Column with the figures; missing where there is none.
    """
    known = panel.groupby("ends_on")[value].count() > 0
    start = previous = None
    for day, has_figure in known.items():
        if not has_figure and start is None:
            start = day - HALF_QUARTER
        if has_figure and start is not None:
            yield start, day - HALF_QUARTER
            start = None
        previous = day
    if start is not None:
        yield start, previous + HALF_QUARTER


def shade(start: Moment, end: Moment, number: int, colour: str) -> Spec:
    """Return a coloured stretch behind a panel, over its whole height.

    Args:
        start: Where it begins: a day, or a place on an axis of names, counted from 0.
        end: Where it ends.
        number: Of the panel, counted from 1.
        colour: As CSS writes it.
    """
    return {
        "type": "rect",
        "xref": reference("x", number),
        "yref": f"{reference('y', number)} domain",
        "x0": start,
        "x1": end,
        "y0": 0,
        "y1": 1,
        "fillcolor": colour,
        "line": {"width": 0},
        "layer": "below",
    }


def base_layout(height: float, top: float) -> Spec:
    """Return what every figure shares: Dutch numbers, fonts, and lists for shapes and titles.

    Args:
        height: Of the whole figure, in pixels.
        top: Of the margin above the panels, in pixels.
    """
    return {
        "height": height,
        "separators": ",.",
        "margin": {"l": 10, "r": 10, "t": top, "b": 30},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "Source Sans, sans-serif", "size": 13, "color": colours.INK},
        "dragmode": False,
        "shapes": [],
        "annotations": [],
    }


def _stacked(
    heights: Sequence[float], titles: Sequence[str], frame: pd.DataFrame, top: int
) -> Spec:
    """Return the layout of panels above each other, each with its title and its own axes."""
    total = sum(heights) + SPACE_PX * (len(heights) - 1)
    edge = pd.Timedelta(days=60)
    span = [frame["ends_on"].min() - edge, frame["ends_on"].max() + edge]
    layout = base_layout(total + top + 30, top)
    layout["legend"] = {"orientation": "h", "y": 1, "yref": "container", "yanchor": "top", "x": 0}
    layout["barmode"] = "overlay"
    ceiling = float(total)
    for number, (height, title) in enumerate(zip(heights, titles, strict=True), start=1):
        layout[axis("x", number)] = {
            "type": "date",
            "anchor": reference("y", number),
            "range": span,
            "tickformat": "%Y",
            "dtick": "M24",
            "tick0": "2012-01-01",
            "gridcolor": colours.GRID,
            "linecolor": colours.GRID,
        }
        layout[axis("y", number)] = {
            "anchor": reference("x", number),
            "domain": [max(0.0, (ceiling - height) / total), ceiling / total],
            "rangemode": "tozero",
            "tickformat": ",~r",
            "nticks": 5,
            "gridcolor": colours.GRID,
            "zerolinecolor": colours.GRID,
            "automargin": True,
        }
        layout["annotations"].append(
            {
                "text": f"<b>{title}</b>",
                "x": 0,
                "xref": "paper",
                "xanchor": "left",
                "y": ceiling / total,
                "yref": "paper",
                "yanchor": "bottom",
                "showarrow": False,
                "font": {"size": 14, "color": colours.INK},
            }
        )
        ceiling -= height + SPACE_PX
    return layout
