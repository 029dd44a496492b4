"""The questions of page ``overzicht``; one function per ``.sql`` beside this file."""

from __future__ import annotations

import pandas as pd

from queries.question import question
from queries.reading import NEWEST


@question
def vacancy_series(
    *, region_codes: tuple[str, ...], sector_codes: tuple[str, ...], until: str = NEWEST
) -> pd.DataFrame:
    """Return one row per sector, region and quarter; a missing quarter has no figure."""


@question
def latest(
    *, region_codes: tuple[str, ...], sector_codes: tuple[str, ...], until: str = NEWEST
) -> pd.DataFrame:
    """Return the newest figure up to a quarter per sector and region, beside a year earlier."""


@question
def shortage(*, region_codes: tuple[str, ...], until: str = NEWEST) -> pd.DataFrame:
    """Return per region its figure of shortage: of CBS while it is recent, else computed here.

    Under a computed one stands the older one of CBS, if there is any.
    """


@question
def programmes(*, region_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return the programmes that work or worked in these provinces, in order of their start."""


@question
def vacancies_during(
    *, region_codes: tuple[str, ...], sector_code: str, with_sample: bool, until: str = NEWEST
) -> pd.DataFrame:
    """Return per programme and province the vacancies in its first and its last quarter."""


@question
def unknown(
    *, region_codes: tuple[str, ...], sector_codes: tuple[str, ...], until: str = NEWEST
) -> pd.DataFrame:
    """Return one row per thing that is not known about these provinces, with its ``kind``."""


@question
def adverts(*, until: str = NEWEST) -> pd.DataFrame:
    """Return the mean index of job adverts in Nederland per month, oldest first."""
