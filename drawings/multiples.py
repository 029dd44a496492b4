"""Small multiples: one panel per region, on one scale; pure, without Streamlit."""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go

from brand import colours
from brand.classes import EDGES
from drawings import charts, timeline
from drawings.axes import Spec, axes, axis, reference

COLUMNS = 3
PANEL_PX = 120
SPACE_PX = 46
TOP_PX = 34
LEFT = 0.075
OTHER = colours.EDGE
FEW = 8
MOST_TICKS = 5


def draw(
    frame: pd.DataFrame,
    *,
    unit: str,
    chosen: tuple[str, ...] = (),
    own_scale: tuple[str, ...] = (),
    with_classes: bool = False,
    notes: pd.DataFrame | None = None,
) -> go.Figure:
    """Draw one panel per region, beside and below each other.

    No line crosses a missing period; a stretch without figures is shaded. With few figures each is
    a mark of its own.

    Args:
        frame: Rows of ``regios/series`` with their texts; panels stand in its order.
        unit: What is counted, for the tooltip.
        chosen: Codes of the regions to draw in the main colour.
        own_scale: Codes of the regions whose axis is their own; the others share theirs.
        with_classes: Whether to draw the edges of the five classes of UWV.
        notes: Rows of ``notes/shown``, drawn as numbered marks in the panels they are about.
    """
    names = list(dict.fromkeys(zip(frame["region_code"], frame["region_name"], strict=True)))
    columns = min(COLUMNS, len(names))
    rows = math.ceil(len(names) / columns)
    height = rows * PANEL_PX + (rows - 1) * SPACE_PX
    layout: Spec = charts.base_layout(height + TOP_PX + 26, TOP_PX)
    layout["showlegend"] = False
    shared = [code for code, _ in names if code not in own_scale]
    top = 1.08 * frame.loc[frame["region_code"].isin(shared), "figure"].max()
    edge = pd.Timedelta(days=60)
    span = [frame["ends_on"].min() - edge, frame["ends_on"].max() + edge]
    if notes is not None and not notes.empty:
        top = timeline.headroom(top)
    traces = []
    for number, (code, name) in enumerate(names, start=1):
        panel = frame[frame["region_code"] == code]
        row, column = divmod(number - 1, columns)
        ceiling = 1 - row * (PANEL_PX + SPACE_PX) / height
        x_axis, y_axis = axis("x", number), axis("y", number)
        layout[x_axis] = {
            **_ticks(frame),
            "type": "date",
            "anchor": reference("y", number),
            "domain": [column / columns + LEFT, (column + 1) / columns - 0.01],
            "range": span,
            "gridcolor": colours.GRID,
            "linecolor": colours.GRID,
        }
        layout[y_axis] = {
            "anchor": reference("x", number),
            "domain": [max(0.0, ceiling - PANEL_PX / height), ceiling],
            "tickformat": ",~r",
            "nticks": 4,
            "gridcolor": colours.GRID,
            "zerolinecolor": colours.GRID,
            "rangemode": "tozero",
        }
        if code not in own_scale and not math.isnan(top):
            layout[y_axis]["range"] = [0, top]
        title = f"<b>{name}</b>" if code in chosen else name
        layout["annotations"].append(
            {
                "text": title + (" (eigen schaal)" if code in own_scale else ""),
                "x": column / columns + LEFT,
                "xref": "paper",
                "xanchor": "left",
                "y": ceiling,
                "yref": "paper",
                "yanchor": "bottom",
                "showarrow": False,
                "font": {"size": 13, "color": colours.INK},
            }
        )
        for start, end in charts.gaps(panel, "figure_low"):
            layout["shapes"].append(charts.shade(start, end, number, colours.GAP))
        if notes is not None:
            own_top = panel["figure"].max() if code in own_scale else None
            charts.mark(
                layout,
                timeline.of_region(notes, code),
                number,
                own_top,
                width_px=timeline.WIDE_PX if columns == 1 else timeline.NARROW_PX,
            )
        if with_classes:
            layout["shapes"] += [
                _edge(one.from_ratio, number) for one in EDGES if one.from_ratio < top
            ]
        traces.append(_line(panel, name, unit, code in chosen) | axes(number))
    return go.Figure(traces, layout)


def _ticks(frame: pd.DataFrame) -> Spec:
    """Return the marks on the time axis: each year where figures are of years."""
    labels = frame.drop_duplicates("period")
    if labels["period_label"].str.fullmatch(r"\d{4}").all():
        days = list(labels["ends_on"])
        return {"tickvals": days, "ticktext": list(labels["period_label"])}
    years = (frame["ends_on"].max() - frame["ends_on"].min()).days / 365
    step = next(step for step in (1, 2, 4, 8) if years / step <= MOST_TICKS or step == 8)
    return {"tickformat": "%Y", "tick0": "2000-01-01", "dtick": f"M{12 * step}"}


def _line(panel: pd.DataFrame, name: str, unit: str, is_chosen: bool) -> Spec:
    colour = charts.COLOURS[0] if is_chosen else OTHER
    return {
        "type": "scatter",
        "x": panel["ends_on"].to_numpy(),
        "y": panel["figure"].astype("float64").to_numpy(),
        "name": name,
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"color": colour, "width": 2.4 if is_chosen else 1.6},
        "marker": {
            "symbol": "circle" if is_chosen else "square",
            "size": 9 if panel["figure"].count() < FEW else 4,
            "color": colour,
        },
        "error_y": _range(panel, colour),
        "customdata": panel[["period_label", "figure_text"]].to_numpy(),
        "hovertemplate": f"{name}, %{{customdata[0]}}: <b>%{{customdata[1]}}</b> {unit}"
        "<extra></extra>",
    }


def _range(panel: pd.DataFrame, colour: str) -> Spec:
    """Return bars from the least to the most that a figure can be, where counts are under ten."""
    is_range = panel["sign"].eq("below_ten") & panel["figure"].notna()
    return {
        "type": "data",
        "symmetric": False,
        "array": (panel["figure_high"] - panel["figure"]).where(is_range, 0).to_numpy(),
        "arrayminus": (panel["figure"] - panel["figure_low"]).where(is_range, 0).to_numpy(),
        "width": 0,
        "thickness": 1,
        "color": colour,
    }


def _edge(level: float, number: int) -> Spec:
    return {
        "type": "line",
        "xref": f"{reference('x', number)} domain",
        "yref": reference("y", number),
        "x0": 0,
        "x1": 1,
        "y0": level,
        "y1": level,
        "line": {"color": colours.RUST, "width": 1, "dash": "dot"},
        "layer": "below",
    }
