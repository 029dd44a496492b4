"""Figures drawn from frames; pure functions without Streamlit."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from ui import format as nl

COLOURS = ("#0b5a8a", "#b3480b", "#4d4d4d")
SYMBOLS = ("circle", "diamond", "square")
DASHES = ("solid", "dash", "dot")
INK = "#1f2933"
GRID = "#dfe4e8"
GAP = "#e6e9ec"
BAR = "#9fb8c9"
PANEL_PX = 190
BAR_PX = 40
MARGIN_PX = 90
CONFIG = {
    "displaylogo": False,
    "displayModeBar": False,
    "locale": "nl",
}


def panels(
    frame: pd.DataFrame,
    *,
    by: str,
    line: str,
    value: str,
    unit: str,
    programmes: pd.DataFrame | None = None,
) -> go.Figure:
    """Draw a series as one panel per value of a column, above each other on one time axis.

    No line crosses a missing quarter; quarters without any figure are shaded.

    Args:
        frame: One row per panel, line and quarter, with ``ends_on`` and ``quarter_label``.
        by: Column that tells the panels apart; each has its own vertical axis from zero.
        line: Column that tells the lines within a panel apart.
        value: Column with the figures.
        unit: What is counted, for the tooltip.
        programmes: Rows of ``overzicht/programmes``, drawn as bars below the panels.
    """
    names = list(frame[by].unique())
    lines = list(frame[line].unique())
    bars = 0 if programmes is None else len(programmes)
    heights = [PANEL_PX] * len(names) + ([BAR_PX * bars + 20] if bars else [])
    titles = names + (["Programma's: wanneer liepen ze"] if bars else [])
    figure = make_subplots(
        rows=len(heights),
        shared_xaxes=True,
        row_heights=heights,
        vertical_spacing=58 / (sum(heights) + MARGIN_PX),
        subplot_titles=[f"<b>{title}</b>" for title in titles],
    )
    for row, name in enumerate(names, start=1):
        panel = frame[frame[by] == name]
        for number, line_name in enumerate(lines):
            figure.add_trace(
                _series(panel[panel[line] == line_name], number, line_name, value, unit, row == 1),
                row=row,
                col=1,
            )
        for start, end in _gaps(panel, value):
            figure.add_vrect(
                x0=start, x1=end, fillcolor=GAP, line_width=0, layer="below", row=row, col=1
            )
        figure.update_yaxes(rangemode="tozero", tickformat=",~r", nticks=5, row=row)
    if programmes is not None and bars:
        _add_programmes(figure, programmes, frame, len(heights))
    return _finish(figure, sum(heights) + MARGIN_PX, len(lines) > 1, frame)


def points(frame: pd.DataFrame, *, line: str, value: str, unit: str) -> go.Figure:
    """Draw separate observations, not joined: too few quarters are published for a line.

    Args:
        frame: One row per line and quarter, with ``ends_on`` and ``quarter_label``.
        line: Column that tells the symbols apart.
        value: Column with the figures.
        unit: What is counted, for the tooltip.
    """
    figure = go.Figure()
    for number, name in enumerate(frame[line].unique()):
        series = _series(frame[frame[line] == name], number, name, value, unit, True)
        figure.add_trace(series.update(mode="markers", marker={"size": 11}))
    figure.update_yaxes(rangemode="tozero", nticks=6)
    return _finish(figure, 300, True, frame)


def _series(
    rows: pd.DataFrame, number: int, name: str, value: str, unit: str, in_legend: bool
) -> go.Scatter:
    figures = rows[value].astype("float64")
    return go.Scatter(
        x=rows["ends_on"].to_numpy(),
        y=figures.to_numpy(),
        name=name,
        mode="lines+markers",
        connectgaps=False,
        line={"color": COLOURS[number], "width": 2, "dash": DASHES[number]},
        marker={"symbol": SYMBOLS[number], "size": 5, "color": COLOURS[number]},
        customdata=[
            [label, nl.cell(value, cell, sign)]
            for label, cell, sign in zip(
                rows["quarter_label"], rows[value], rows["sign"], strict=True
            )
        ],
        hovertemplate=f"{name}, %{{customdata[0]}}: <b>%{{customdata[1]}}</b> {unit}"
        "<extra></extra>",
        legendgroup=name,
        showlegend=in_legend,
    )


def _gaps(panel: pd.DataFrame, value: str) -> Iterator[tuple[pd.Timestamp, pd.Timestamp]]:
    """Yield the stretches of quarters in which no line of the panel has a figure."""
    known = panel.groupby("ends_on")[value].count() > 0
    start = None
    previous = None
    for day, has_figure in known.items():
        if not has_figure and start is None:
            start = previous if previous is not None else day
        if has_figure and start is not None:
            yield start, day
            start = None
        previous = day
    if start is not None:
        yield start, previous


def _add_programmes(
    figure: go.Figure, programmes: pd.DataFrame, frame: pd.DataFrame, row: int
) -> None:
    """Add one bar per programme; a beginning or end that is not known is hatched to the edge."""
    first, last = frame["ends_on"].min(), frame["ends_on"].max()
    for place, (_, programme) in enumerate(programmes.iloc[::-1].iterrows()):
        start, end = programme["starts_on_first"], programme["ends_on_last"]
        is_open = nl.is_missing(start) or nl.is_missing(end)
        left = first if nl.is_missing(start) else max(start, first)
        right = last if nl.is_missing(end) else end
        figure.add_trace(
            go.Bar(
                y=[place],
                base=[left],
                x=[(right - left).total_seconds() * 1000],
                orientation="h",
                marker={
                    "color": BAR,
                    "line": {"color": INK, "width": 0.5},
                    "pattern": {"shape": "/" if is_open else "", "fgcolor": INK, "size": 6},
                },
                width=0.4,
                hovertext=f"{programme['programme_name']}: {nl.period(programme)}",
                hoverinfo="text",
                showlegend=False,
            ),
            row=row,
            col=1,
        )
        is_late = left > first + 0.6 * (last - first)
        figure.add_annotation(
            x=right if is_late else left,
            xanchor="right" if is_late else "left",
            y=place + 0.22,
            yanchor="bottom",
            text=programme["programme_name"],
            name="programme",
            showarrow=False,
            font={"size": 12},
            row=row,
            col=1,
        )
    figure.update_yaxes(visible=False, range=[-0.5, len(programmes)], row=row)
    figure.update_xaxes(type="date", row=row)


def _finish(figure: go.Figure, height: float, has_legend: bool, frame: pd.DataFrame) -> go.Figure:
    margin = pd.Timedelta(days=60)
    figure.update_xaxes(
        range=[frame["ends_on"].min() - margin, frame["ends_on"].max() + margin],
        tickformat="%Y",
        dtick="M24",
        tick0="2012-01-01",
        showticklabels=True,
        gridcolor=GRID,
        linecolor=GRID,
    )
    figure.update_yaxes(gridcolor=GRID, zerolinecolor=GRID, automargin=True)
    figure.update_annotations(
        selector={"name": None}, x=0, xanchor="left", font={"size": 14, "color": INK}
    )
    return figure.update_layout(
        height=height,
        separators=",.",
        margin={"l": 10, "r": 10, "t": 56 if has_legend else 30, "b": 30},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": "Source Sans, sans-serif", "size": 13, "color": INK},
        legend={"orientation": "h", "y": 1, "yref": "container", "yanchor": "top", "x": 0},
        hoverlabel={"font": {"size": 13}},
        showlegend=has_legend,
        barmode="overlay",
        bargap=0.35,
        dragmode=False,
    )
