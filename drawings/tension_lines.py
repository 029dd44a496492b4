"""The tension of occupations and regions as lines on one scale, with the edges of UWV's classes."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from brand import colours
from brand.classes import EDGES
from drawings import kit, timeline
from drawings.points import over_time
from words import tension

COLOURS = (colours.RUST, colours.GREY, colours.BLUE, colours.PURPLE, colours.GREEN)
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross")
LEAST = 4.4
HEIGHT_PX, TOP_PX, RIGHT_PX = 380, 60, 74
UNIT = "vacatures per persoon met kortdurende WW"


def draw(frame: pd.DataFrame, notes: pd.DataFrame) -> go.Figure:
    """Draw one line per region or occupation; no line crosses a quarter without a figure.

    A figure that is known within bounds has them as a bar.

    Args:
        frame: Rows of ``beroepen/series``.
        notes: Rows of ``notes/shown``, drawn as numbered marks.
    """
    top = max(LEAST, 1.08 * float(frame["tension_ratio"].max(skipna=True) or 0))
    highest = top if notes.empty else timeline.headroom(top)
    unit = {"text": UNIT, "font": {"size": 12}}
    layout = kit.base_layout(HEIGHT_PX, TOP_PX) | {
        "showlegend": True,
        "xaxis": kit.time_axis(frame, 1, dtick="M12"),
        "yaxis": kit.figure_axis(
            1, title=unit, range=[0, highest], nticks=6, showgrid=False, automargin=True
        ),
        "shapes": [kit.edge(one.from_ratio, 1, colours.CLASS_EDGE) for one in EDGES],
        "annotations": [
            _edge_name(one.from_ratio, one.label) for one in EDGES if one.from_ratio >= 0.05 * top
        ],
    }
    layout["margin"]["r"] = RIGHT_PX
    timeline.mark(layout, notes, 1)
    points = over_time(frame, "line_label", "tension_ratio", tension.ratios(frame), stem="tension")
    lines = [
        kit.line(
            points,
            name,
            unit=UNIT,
            colour=COLOURS[place],
            symbol=SYMBOLS[place],
            size=6,
            cap=3,
        )
        for place, name in enumerate(points.series)
    ]
    return go.Figure(lines, layout)


def _edge_name(at: float, name: str) -> kit.Spec:
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
