"""When a programme ran, as far as its sources say, and how that is drawn."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

import words as nl


def spans(
    programme: pd.Series, first: pd.Timestamp, last: pd.Timestamp
) -> Iterator[tuple[pd.Timestamp, pd.Timestamp, bool]]:
    """Yield from when to when a programme ran, and whether that is sure: not where a year is known.

    Args:
        programme: A row of ``overzicht/programmes``.
        first: The first day that is drawn.
        last: The last day that is drawn.
    """
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
