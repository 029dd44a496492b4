"""The questions of page ``beroepen``; one function per ``.sql`` beside this file."""

from __future__ import annotations

import pandas as pd

from queries.question import question
from queries.reading import NEWEST


@question
def choices() -> pd.DataFrame:
    """Return the names of the groups of UWV, then each title with a group that it leads to."""


@question
def heatmap(*, selection: str, quarter: str, with_sample: bool) -> pd.DataFrame:
    """Return one row per occupation and region with its class, Nederland first."""


@question
def ranking(
    *,
    selection: str,
    region_code: str,
    quarter: str,
    basis: str,
    order_by: str,
    with_sample: bool,
) -> pd.DataFrame:
    """Return the occupations of one region, beside what they were before.

    ``basis`` is what was before: ``year_before``, ``previous`` or ``five_years_before``.
    ``order_by``, highest first, is ``tension``, ``open_vacancies`` or ``change``.
    """


@question
def series(
    *,
    uwv_group_codes: tuple[str, ...],
    region_codes: tuple[str, ...],
    with_sample: bool,
    until: str = NEWEST,
) -> pd.DataFrame:
    """Return the quarters of the first group in all regions, and of the others in the first."""


@question
def members(*, uwv_group_code: str) -> pd.DataFrame:
    """Return the groups of BRC 2014 in this one, and why they count as technical or not."""


@question
def qualifications(*, uwv_group_code: str) -> pd.DataFrame:
    """Return the qualifications of mbo that are called as a title of this group."""


@question
def titles(*, uwv_group_code: str) -> pd.DataFrame:
    """Return the titles that lead to this group, with the other groups they lead to."""


@question
def levels(*, uwv_group_code: str) -> pd.DataFrame:
    """Return per BRC group the mbo levels it may hold, by the national assumption."""


@question
def employment(*, uwv_group_code: str, with_sample: bool, until: str = NEWEST) -> pd.DataFrame:
    """Return per BRC group and period how many people work in it, newest first."""


@question
def employed(*, selection: str, with_sample: bool, until: str = NEWEST) -> pd.DataFrame:
    """Return per BRC group of a set how many people work in it, most first."""


@question
def wages(*, with_sample: bool, until: str = NEWEST) -> pd.DataFrame:
    """Return per technical BRC group what is earned per hour, highest first."""


@question
def created(*, until: str = NEWEST) -> pd.DataFrame:
    """Return per class of occupations and sector how many vacancies were created in a year."""


@question
def vacancy_rates(*, until: str = NEWEST) -> pd.DataFrame:
    """Return the vacancies per 1 000 jobs per sector in the newest quarter, highest first."""


@question
def related(
    *, uwv_group_code: str, region_code: str, quarter: str, with_sample: bool
) -> pd.DataFrame:
    """Return the groups of the same techniekdomein or segment, with their class in a region."""
