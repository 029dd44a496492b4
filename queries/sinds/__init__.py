"""The questions of page ``sinds``; one function per ``.sql`` beside this file."""

from __future__ import annotations

import pandas as pd

from queries.question import question


@question
def summary(
    *,
    since_day: str,
    until_day: str,
    with_sample: bool,
    programme_ids: tuple[str, ...] | None = None,
) -> pd.DataFrame:
    """Return one row: how much changed after one day and up to another (ISO dates)."""


@question
def moments() -> pd.DataFrame:
    """Return per source whether it is known when its releases were retrieved."""


@question
def periods(*, since_day: str, until_day: str) -> pd.DataFrame:
    """Return per table the periods that came in after one day and up to another (ISO dates)."""


@question
def revisions(*, since_day: str, until_day: str) -> pd.DataFrame:
    """Return the figures that a later release changed, with what they were before."""


@question
def programmes(*, since_day: str, until_day: str, with_sample: bool) -> pd.DataFrame:
    """Return what was added, changed or left out about programmes, per programme and table."""


@question
def deliveries(*, since_day: str, until_day: str, with_sample: bool) -> pd.DataFrame:
    """Return the deliveries that count now and were accepted between two days (ISO dates)."""


@question
def classes(*, since_day: str, until_day: str, with_sample: bool) -> pd.DataFrame:
    """Return where the class of the newest known tension differs between two days (ISO dates)."""
