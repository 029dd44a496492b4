"""The questions of page ``verantwoording``; one function per ``.sql`` beside this file."""

from __future__ import annotations

import pandas as pd

from queries.question import question


@question
def releases() -> pd.DataFrame:
    """Return one row per loaded file with its provenance."""


@question
def publications(*, with_sample: bool) -> pd.DataFrame:
    """Return one row per publication about the programmes."""


@question
def checks() -> pd.DataFrame:
    """Return the checks that this database passed."""


@question
def stories() -> pd.DataFrame:
    """Return the figures that speak to what readers bring up, and what no source measures."""


@question
def quotes_compared() -> pd.DataFrame:
    """Return which quoted figures agree with a file of UWV, those that differ first."""


@question
def known_deviations() -> pd.DataFrame:
    """Return the publisher's own sums that do not close, in vacancies."""


@question
def coverage() -> pd.DataFrame:
    """Return the quarters in which not every province and sector has a figure."""


@question
def what_stands() -> pd.DataFrame:
    """Return per kind of figure and of region the newest period known, or why there is none."""


@question
def signs() -> pd.DataFrame:
    """Return how often each mark stands in each table."""


@question
def empty() -> pd.DataFrame:
    """Return what the sources leave empty, and why."""


@question
def unmapped_categories() -> pd.DataFrame:
    """Return the categories of the sources that this monitor leaves out."""


@question
def left_out() -> pd.DataFrame:
    """Return what is wrong with the releases that the figures are without."""


@question
def region_breaks() -> pd.DataFrame:
    """Return from which year a region covers another area, newest first."""


@question
def unmapped() -> pd.DataFrame:
    """Return which percentage of the people at work has no mbo level, technical and overall."""


@question
def load() -> pd.DataFrame:
    """Return the one row about the build of this database."""
