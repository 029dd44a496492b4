"""What all charts on a page share: how they are saved, and how fictitious figures look."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from brand import colours
from drawings import kit
from words.marks import SAMPLE

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


def config(name: str) -> kit.Spec:
    """Return the settings of a chart on the page: a button that saves it by this name only."""
    picture = {"format": "svg", "filename": name.removesuffix(".svg")}
    return {**CONFIG, "toImageButtonOptions": picture}


def _called_sample(axis: go.layout.YAxis) -> None:
    unit = axis.title.text
    axis.title = {"text": f"{SAMPLE}: {unit}" if unit else SAMPLE, "font": {"size": 12}}


def as_sample(figure: go.Figure) -> go.Figure:
    """Mark a figure of fictitious figures: in its title and on its axes; dashed, open, hatched."""
    marked = go.Figure(figure)
    marked.update_layout(title=SAMPLE_TITLE)
    marked.for_each_yaxis(_called_sample)
    marked.update_traces(line={"dash": "dash"}, selector={"type": "scatter"})
    for trace in marked.data:
        if trace.type == "scatter":
            trace.marker.symbol = f"{trace.marker.symbol}-open"
        else:
            trace.marker.pattern.shape = "/"
    return marked
