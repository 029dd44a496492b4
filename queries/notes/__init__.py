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

    ``shown_for`` says about which of the regions a note is; ``occupation_codes`` are groups of UWV
    or techniekdomeinen that the series is about, if it is; the days of the series are ISO dates.
    """
