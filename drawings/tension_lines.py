"""The tension of occupations and regions as lines on one scale, with the edges of UWV's classes."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from brand import colours
from brand.classes import EDGES
from drawings import charts, timeline
from words import tension

COLOURS = (colours.RUST, colours.GREY, colours.BLUE, colours.PURPLE, colours.GREEN)
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross")
LEAST = 4.4
HEIGHT_PX = 380

Spec = dict[str, Any]


def draw(frame: pd.DataFrame, notes: pd.DataFrame | None = None) -> go.Figure:
    """Draw one line per region or occupation; no line crosses a quarter without a figure.

    A figure that is known within bounds has them as a bar.

    Args:
        frame: Rows of ``beroepen/series``.
        notes: Rows of ``notes/shown``, drawn as numbered marks.
    """
    top = max(LEAST, 1.08 * float(frame["tension_ratio"].max(skipna=True) or 0))
    edge = pd.Timedelta(days=60)
    layout: Spec = {
        "height": HEIGHT_PX,
        "separators": ",.",
        "margin": {"l": 10, "r": 74, "t": 60, "b": 30},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "Source Sans, sans-serif", "size": 13, "color": colours.INK},
        "legend": {"orientation": "h", "y": 1, "yref": "container", "yanchor": "top", "x": 0},
        "showlegend": True,
        "dragmode": False,
        "xaxis": {
            "type": "date",
            "range": [frame["ends_on"].min() - edge, frame["ends_on"].max() + edge],
            "tickformat": "%Y",
            "dtick": "M12",
            "gridcolor": colours.GRID,
            "linecolor": colours.GRID,
        },
        "yaxis": {
            "title": {"text": "vacatures per persoon met kortdurende WW", "font": {"size": 12}},
            "range": [0, top],
            "tickformat": ",~r",
            "nticks": 6,
            "showgrid": False,
            "zerolinecolor": colours.GRID,
            "automargin": True,
        },
        "shapes": [_edge_line(one.from_ratio) for one in EDGES],
        "annotations": [
            _edge_name(one.from_ratio, one.label) for one in EDGES if one.from_ratio >= 0.05 * top
        ],
    }
    if notes is not None and not notes.empty:
        layout["yaxis"] |= {"range": [0, timeline.headroom(top)]}
        charts.mark(layout, notes, 1, None, width_px=timeline.WIDE_PX)
    lines = frame.groupby("line_label", sort=False)
    return go.Figure([_line(rows, place) for place, (_, rows) in enumerate(lines)], layout)


def _edge_line(at: float) -> Spec:
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": at,
        "y1": at,
        "line": {"color": colours.CLASS_EDGE, "width": 1, "dash": "dot"},
        "layer": "below",
    }


def _edge_name(at: float, name: str) -> Spec:
    return {
        "text": f"{name} ↑",
        "xref": "paper",
        "x": 1.005,
        "xanchor": "left",
        "y": at,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 12},
    }


def _line(rows: pd.DataFrame, place: int) -> Spec:
    name, colour = rows["line_label"].iloc[0], COLOURS[place]
    is_bounded = rows["sign"].eq("below_ten") & rows["tension_ratio"].notna()
    known = rows.where(is_bounded)
    texts = [
        tension.ratio(*values)
        for values in rows[["tension_ratio", "tension_low", "tension_high", "sign"]].itertuples(
            index=False
        )
    ]
    return {
        "type": "scatter",
        "x": rows["ends_on"].to_numpy(),
        "y": rows["tension_ratio"].astype("float64").to_numpy(),
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": (known["tension_high"] - known["tension_ratio"]).to_numpy(dtype=float),
            "arrayminus": (known["tension_ratio"] - known["tension_low"]).to_numpy(dtype=float),
            "thickness": 1,
            "width": 3,
            "color": colour,
        },
        "name": name,
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"color": colour, "width": 2},
        "marker": {"symbol": SYMBOLS[place], "size": 6, "color": colour},
        "customdata": [list(pair) for pair in zip(rows["period_label"], texts, strict=True)],
        "hovertemplate": f"{name}, %{{customdata[0]}}: <b>%{{customdata[1]}}</b> vacatures per "
        "persoon met kortdurende WW<extra></extra>",
    }
