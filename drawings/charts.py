"""Vacancies over time with the programmes that ran, and what all charts on a page share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import plotly.graph_objects as go

import words as nl
from brand import colours
from drawings import kit, running, timeline
from drawings.points import over_time
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
PROGRAMME = "programme"
RUNNING = "rgba(11,90,138,0.10)"
PANEL_PX, BAR_PX = 150, 36
SPACE_PX, LEGEND_PX = 50, 26
VALUE = "open_vacancies"
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


def panels(frame: pd.DataFrame, programmes: pd.DataFrame, notes: pd.DataFrame) -> go.Figure:
    """Draw vacancies as one panel per sector, above each other on one time axis.

    No line crosses a missing quarter; quarters without any figure are shaded, and tinted as long
    as a programme ran of which begin and end are known.

    Args:
        frame: Rows of ``overzicht/vacancy_series``; each region is a line.
        programmes: Rows of ``overzicht/programmes``, drawn as bars below the panels.
        notes: Rows of ``notes/shown``, drawn as numbered marks.
    """
    names, regions = list(frame["sector_label"].unique()), list(frame["region_name"].unique())
    heights = dict.fromkeys(names, PANEL_PX)
    if len(programmes):
        heights["Programma's: wanneer liepen ze"] = BAR_PX * len(programmes)
    layout = _stacked(heights, frame, has_legend=len(regions) > 1)
    traces: list[kit.Spec] = []
    for number, name in enumerate(names, start=1):
        panel = frame[frame["sector_label"] == name]
        cells = zip(panel[VALUE], panel["sign"], strict=True)
        said = [nl.cell(VALUE, value, sign) for value, sign in cells]
        points = over_time(panel, "region_name", VALUE, said)
        for place, region in enumerate(regions):
            line = kit.line(
                points,
                region,
                unit="vacatures",
                colour=COLOURS[place],
                symbol=SYMBOLS[place],
                size=5,
            )
            legend = {"legendgroup": region, "showlegend": number == 1}
            traces.append(line | kit.axes(number) | legend)
        layout["shapes"] += [
            *kit.gaps(points, number),
            *(kit.shade(*span, number, RUNNING) for span in _surely_ran(programmes, frame)),
        ]
        timeline.mark(layout, notes, number, panel[VALUE].max())
    if len(programmes):
        bars, labels = _bars(programmes, frame, len(heights))
        traces += bars
        layout["annotations"] += labels
        layout[kit.axis("y", len(heights))] |= {"visible": False, "range": [-0.5, len(programmes)]}
    return go.Figure(traces, layout)


def config(name: str) -> kit.Spec:
    """Return the settings of a chart on the page: a button that saves it by this name only."""
    picture = {"format": "svg", "filename": name.removesuffix(".svg")}
    return {**CONFIG, "toImageButtonOptions": picture}


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
        elif trace.meta != PROGRAMME:
            trace.marker.pattern.shape = "/"
    return marked


def _stacked(heights: dict[str, int], frame: pd.DataFrame, *, has_legend: bool) -> kit.Spec:
    """Return the layout of panels above each other, each with its title and its own axes."""
    total = sum(heights.values()) + SPACE_PX * (len(heights) - 1)
    top = SPACE_PX + LEGEND_PX * has_legend
    layout = kit.base_layout(total + top + 30, top) | {
        "showlegend": has_legend,
        "barmode": "overlay",
    }
    ceiling = float(total)
    for number, (name, height) in enumerate(heights.items(), start=1):
        ticks = {"dtick": "M24", "tick0": "2012-01-01"}
        domain = [max(0.0, (ceiling - height) / total), ceiling / total]
        layout[kit.axis("x", number)] = kit.time_axis(frame, number, **ticks)
        layout[kit.axis("y", number)] = kit.figure_axis(
            number, domain=domain, nticks=5, automargin=True
        )
        layout["annotations"].append(kit.title(f"<b>{name}</b>", 0, ceiling / total, 14))
        ceiling -= height + SPACE_PX
    return layout


def _surely_ran(
    programmes: pd.DataFrame, frame: pd.DataFrame
) -> Iterator[tuple[pd.Timestamp, pd.Timestamp]]:
    """Yield when each of ``overzicht/programmes`` surely ran, within the series beside it."""
    first, last = frame["ends_on"].min(), frame["ends_on"].max()
    for _, programme in programmes.iterrows():
        for start, end, is_sure in running.spans(programme, first, last):
            if is_sure:
                yield start, min(end, last)


def _bars(
    programmes: pd.DataFrame, frame: pd.DataFrame, number: int
) -> tuple[list[kit.Spec], list[kit.Spec]]:
    """Return bars and name of each programme; none where it ended before the first quarter."""
    first, last = frame["ends_on"].min(), frame["ends_on"].max()
    bars, labels = [], []
    for place, (_, programme) in enumerate(programmes.iloc[::-1].iterrows()):
        spans = list(running.spans(programme, first, last))
        if not spans:
            continue
        left, right = spans[0][0], spans[-1][1]
        is_late = left > first + 0.6 * (last - first)
        bars += [
            {
                "type": "bar",
                "meta": PROGRAMME,
                "orientation": "h",
                "y": [place],
                "base": [start],
                "x": [(end - start).total_seconds() * 1000],
                "width": 0.4,
                "marker": {
                    "color": colours.BAR,
                    "line": {"color": colours.INK, "width": 0.5},
                    "pattern": {"shape": "" if is_sure else "/", "fgcolor": colours.INK, "size": 6},
                },
                "hovertext": f"{programme['programme_name']}: {nl.period(programme)}",
                "hoverinfo": "text",
                "showlegend": False,
                **kit.axes(number),
            }
            for start, end, is_sure in spans
        ]
        labels.append(
            {
                "text": programme["programme_name"],
                "x": right if is_late else left,
                "xanchor": "right" if is_late else "left",
                "xref": kit.reference("x", number),
                "y": place + 0.22,
                "yanchor": "bottom",
                "yref": kit.reference("y", number),
                "showarrow": False,
                "font": {"size": 12},
            }
        )
    return bars, labels
