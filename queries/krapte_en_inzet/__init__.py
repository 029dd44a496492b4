"""The questions of page ``krapte_en_inzet``; one function per ``.sql`` beside this file."""

from __future__ import annotations

import pandas as pd

from queries.question import question
from queries.reading import NEWEST


@question
def quadrants(
    *,
    programme_id: str,
    subject: str,
    grain: str,
    tight_from: float,
    much_from: float | None,
    with_sample: bool,
) -> pd.DataFrame:
    """Return what a programme did per 100 vacancies beside how tight it was, per cell.

    ``subject`` is ``voucher``, ``placed``, ``kept`` or ``learned``; ``grain`` is ``all``,
    ``region``, ``field`` or ``region_field``. From ``tight_from`` vacancies per jobseeker on it is
    tight; from ``much_from`` per 100 vacancies on, or what the programme did as a whole, much.
    """


@question
def landed(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return which part of vouchers, euros and outcomes went to what was tight, with bounds."""


@question
def changes(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return tension per techniekdomein in the first, last and newest quarter of a programme."""


@question
def vacancies(
    *, programme_id: str, sector_codes: tuple[str, ...], until: str = NEWEST
) -> pd.DataFrame:
    """Return the open vacancies of CBS per province and sector while a real programme ran."""


@question
def strips(*, programme_ids: tuple[str, ...], until: str = NEWEST) -> pd.DataFrame:
    """Return per real programme and province the vacancies before, at its start, end and now."""


@question
def strip_quarters(*, programme_ids: tuple[str, ...], until: str = NEWEST) -> pd.DataFrame:
    """Return the vacancies of each quarter in the sector and provinces of real programmes."""


@question
def regions_without_programme() -> pd.DataFrame:
    """Return the arbeidsmarktregio's in which no real programme is known."""


@question
def rates(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return per techniekdomein aimed at how many left, and how many of these got a new job."""
