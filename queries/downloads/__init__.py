"""The questions of what leaves as a file; one function per ``.sql`` beside this file.

The whole tables that ``data/reference/dataset.csv`` lists are read by ``queries.stream``.
"""

from __future__ import annotations

import pandas as pd

from queries.question import question


@question
def names(*, codes: tuple[str, ...]) -> pd.DataFrame:
    """Return the names of codes of regions, sectors, occupations, periods, programmes and more."""


@question
def datasets(*, with_sample: bool) -> pd.DataFrame:
    """Return the tables that can be taken along whole, what a row is and how many there are."""


@question
def quarters(*, with_sample: bool) -> pd.DataFrame:
    """Return the quarters, oldest first, of which the tension of occupation groups is known."""


@question
def known(*, region_codes: tuple[str, ...], province_codes: tuple[str, ...]) -> pd.DataFrame:
    """Return per subject the newest real figure for an area and where it is of, or why none.

    Args:
        region_codes: Of the area.
        province_codes: Of the provinces that it lies in.
    """


@question
def known_on() -> pd.DataFrame:
    """Return the day of the newest real release, and the begin of the quarter before."""
