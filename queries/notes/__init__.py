"""The questions of notes beside a series; one function per ``.sql`` beside this file."""

from __future__ import annotations

import pandas as pd

from queries.question import question


@question
def shown(
    *,
    region_codes: tuple[str, ...],
    occupation_codes: tuple[str, ...],
    first_day: str,
    last_day: str,
    with_programmes: bool,
    with_sample: bool,
) -> pd.DataFrame:
    """Return the notes about these regions, and the begin and end of programmes there.

    Args:
        region_codes: Of the regions of a series; ``shown_for`` says which a note is about.
        occupation_codes: Groups of UWV or techniekdomeinen that the series is about, if it is.
        first_day: Of the series (ISO date).
        last_day: Of the series.
        with_programmes: Whether the begin and end of programmes are wanted.
        with_sample: Whether fictitious programmes count.
    """
