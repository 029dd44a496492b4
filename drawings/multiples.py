"""Small multiples: one panel per region, on one scale; pure, without Streamlit."""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go

from brand import colours
from brand.classes import EDGES
from drawings import kit, timeline
from drawings.points import over_time

COLUMNS = 3
PANEL_PX = 120
SPACE_PX = 46
TOP_PX = 34
LEFT = 0.075
FEW = 8
MOST_TICKS = (5, 4, 2)  # by how many panels stand beside each other: a phone shows as many


def draw(
    frame: pd.DataFrame,
    notes: pd.DataFrame,
    *,
    chosen: tuple[str, ...] = (),
    own_scale: tuple[str, ...] = (),
    with_classes: bool = False,
) -> go.Figure:
    """Draw one panel per region, beside and below each other.

    No line crosses a missing period; a stretch without figures is shaded. With few figures each is
    a mark of its own.

    Args:
        frame: Rows of ``regios/series`` with their texts; panels stand in its order.
        notes: Rows of ``notes/shown``, drawn as numbered marks in the panels they are about.
        chosen: Codes of the regions to draw in the main colour.
        own_scale: Codes of the regions whose axis is their own; the others share theirs.
        with_classes: Whether to draw the edges of the five classes of UWV.
    """
    regions = frame.groupby("region_code", sort=False)
    columns = min(COLUMNS, len(regions))
    width_px = timeline.WIDE_PX if columns == 1 else timeline.NARROW_PX
    rows = math.ceil(len(regions) / columns)
    height = rows * PANEL_PX + (rows - 1) * SPACE_PX
    layout = kit.base_layout(height + TOP_PX + 26, TOP_PX) | {"showlegend": False}
    top = 1.08 * frame.loc[~frame["region_code"].isin(own_scale), "figure"].max()
    if not notes.empty:
        top = timeline.headroom(top)
    ticks = _ticks(frame, MOST_TICKS[columns - 1])
    traces = []
    for number, (code, panel) in enumerate(regions, start=1):
        row, column = divmod(number - 1, columns)
        left, ceiling = column / columns + LEFT, 1 - row * (PANEL_PX + SPACE_PX) / height
        across = [left, (column + 1) / columns - 0.01]
        down = [max(0.0, ceiling - PANEL_PX / height), ceiling]
        is_own, is_chosen, name = code in own_scale, code in chosen, panel["region_name"].iloc[0]
        fixed = {} if is_own or math.isnan(top) else {"range": [0, top]}
        layout[kit.axis("x", number)] = kit.time_axis(frame, number, domain=across, **ticks)
        layout[kit.axis("y", number)] = kit.figure_axis(number, domain=down, nticks=4, **fixed)
        text = f"<b>{name}</b>" if is_chosen else name
        text += " (eigen schaal)" if is_own else ""
        layout["annotations"].append(kit.title(text, left, ceiling, 13))
        points = over_time(panel, "region_name", "figure", panel["figure_text"], "figure")
        kit.gaps(points, layout, number, width_px)
        own_top = panel["figure"].max() if is_own else None
        timeline.mark(layout, timeline.of_region(notes, code), number, own_top, width_px)
        if with_classes:
            edges = [one.from_ratio for one in EDGES if one.from_ratio < top]
            layout["shapes"] += [kit.edge(level, number, colours.RUST) for level in edges]
        line = kit.line(
            points,
            name,
            unit=panel["unit_label"].iloc[0],
            colour=colours.BLUE if is_chosen else colours.EDGE,
            symbol="circle" if is_chosen else "square",
            size=9 if len(points.known) < FEW else 4,
            width=2.4 if is_chosen else 1.6,
        )
        traces.append(line | kit.axes(number))
    return go.Figure(traces, layout)


def _ticks(frame: pd.DataFrame, most: int) -> kit.Spec:
    """Return at most so many marks on the time axis, at the figures where they are of years."""
    labels = frame.drop_duplicates("period")
    if labels["period_label"].str.fullmatch(r"\d{4}").all():
        labels = labels.iloc[:: math.ceil(len(labels) / most)]
        return {"tickvals": list(labels["ends_on"]), "ticktext": list(labels["period_label"])}
    years = (frame["ends_on"].max() - frame["ends_on"].min()).days / 365
    step = next(step for step in (1, 2, 4, 8) if years / step <= most or step == 8)
    return {"tick0": "2000-01-01", "dtick": f"M{12 * step}"}
