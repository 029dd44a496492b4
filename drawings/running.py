"""When programmes ran: bars on the time axis of a series, hatched where that is unsure."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

import words as nl
from brand import colours
from drawings import kit

PROGRAMME = "programme"


def spans(
    programmes: pd.DataFrame, frame: pd.DataFrame
) -> Iterator[tuple[pd.Timestamp, pd.Timestamp]]:
    """Yield when each of ``overzicht/programmes`` surely ran, within the series beside it."""
    first, last = frame["ends_on"].min(), frame["ends_on"].max()
    for _, programme in programmes.iterrows():
        for start, end, is_sure in _spans(programme, first, last):
            if is_sure:
                yield start, min(end, last)


def bars(
    programmes: pd.DataFrame, frame: pd.DataFrame, number: int
) -> tuple[list[kit.Spec], list[kit.Spec]]:
    """Return bars and name of each programme; hatched where it is unsure that it ran.

    A programme that ended before the first quarter has none.

    Args:
        programmes: Rows of ``overzicht/programmes``.
        frame: The series above the bars, with ``ends_on``.
        number: Of the panel.
    """
    first, last = frame["ends_on"].min(), frame["ends_on"].max()
    bars, labels = [], []
    for place, (_, programme) in enumerate(programmes.iloc[::-1].iterrows()):
        spans = list(_spans(programme, first, last))
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


def _spans(
    programme: pd.Series, first: pd.Timestamp, last: pd.Timestamp
) -> Iterator[tuple[pd.Timestamp, pd.Timestamp, bool]]:
    """Yield from when to when it ran, and whether that is sure: not so where a year is known."""
    start, end = programme["starts_on_first"], programme["ends_on_last"]
    if nl.is_missing(start) or nl.is_missing(end):
        left = first if nl.is_missing(start) else max(start, first)
        right = last if nl.is_missing(end) else end
        if left < right:
            yield left, right, False
        return
    sure_start = (
        start if programme["starts_on_precision"] != "year" else programme["starts_on_last"]
    )
    sure_end = end if programme["ends_on_precision"] != "year" else programme["ends_on_first"]
    for left, right, is_sure in (
        (start, sure_start, False),
        (sure_start, sure_end, True),
        (sure_end, end, False),
    ):
        if max(left, first) < right:
            yield max(left, first), right, is_sure
