"""The questions of page ``regios``; one function per ``.sql`` beside this file."""

from __future__ import annotations

import pandas as pd

from queries.question import question
from queries.reading import NEWEST


@question
def ranking(
    *, measure: str, breakdown: str, kind: str, period: str, with_sample: bool
) -> pd.DataFrame:
    """Return all regions of one kind; those without a figure come last, without rank and class."""


@question
def latest(
    *, measure: str, breakdown: str, region_codes: tuple[str, ...], period: str, with_sample: bool
) -> pd.DataFrame:
    """Return per region its newest figure up to a period, beside the one of a year earlier."""


@question
def series(
    *,
    measure: str,
    breakdown: str,
    region_codes: tuple[str, ...],
    period: str,
    with_sample: bool,
    until: str = NEWEST,
) -> pd.DataFrame:
    """Return one row per region and period of the kind of this one; gaps have no figure."""


@question
def neighbours(*, region_codes: tuple[str, ...]) -> pd.DataFrame:
    """Return the regions that border on these, longest border (km) first."""


@question
def parts(*, region_codes: tuple[str, ...]) -> pd.DataFrame:
    """Return in which provinces these regions lie, with how many municipalities."""


@question
def breaks(*, region_codes: tuple[str, ...]) -> pd.DataFrame:
    """Return from which years these regions cover another area."""


@question
def sector_changes(*, region_codes: tuple[str, ...], quarter: str) -> pd.DataFrame:
    """Return per sector whether vacancies are ``rising``, ``falling``, ``same`` or ``unknown``."""


@question
def tight_occupations(
    *, selection: str, region_code: str, quarter: str, with_sample: bool
) -> pd.DataFrame:
    """Return the groups of UWV of a set in one region, tightest first."""


@question
def level_mix(
    *, selection: str, region_codes: tuple[str, ...], quarter: str, with_sample: bool
) -> pd.DataFrame:
    """Return per region and mbo level the vacancies of a set, by assumption, with a range."""


@question
def labour_force(*, region_codes: tuple[str, ...], until: str = NEWEST) -> pd.DataFrame:
    """Return labour force and unemployment here, in the COROP areas within, and nationally."""


@question
def press(
    *, region_codes: tuple[str, ...], source_id: str = "uwv_press", until: str = NEWEST
) -> pd.DataFrame:
    """Return figures of a source that pages quoted about these provinces, newest first."""


@question
def staff_shortage(*, region_codes: tuple[str, ...], until: str = NEWEST) -> pd.DataFrame:
    """Return each figure of firms that lack staff here and nationally, newest first."""
