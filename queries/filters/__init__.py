"""The questions of the choices that pages share; one function per ``.sql`` beside this file."""

from __future__ import annotations

import pandas as pd

from queries.question import question
from queries.reading import NEWEST


@question
def measures(*, kind: str) -> pd.DataFrame:
    """Return the measures to compare regions of a kind by, first the one to begin with."""


@question
def levels(*, measure: str) -> pd.DataFrame:
    """Return per kind of region whether this measure is published and loaded there, and why not."""


@question
def regions() -> pd.DataFrame:
    """Return the provinces, arbeidsmarktregio's and COROP areas with the provinces they lie in."""


@question
def occupations() -> pd.DataFrame:
    """Return all technical occupations, each techniekdomein and each group, as can be chosen."""


@question
def series(*, measure: str, kind: str) -> pd.DataFrame:
    """Return the series of a measure that do not compare, newest first."""


@question
def periods(
    *, measure: str, breakdown: str, kind: str, with_sample: bool, until: str = NEWEST
) -> pd.DataFrame:
    """Return the periods, newest first, in which a region of this kind has a figure."""


@question
def quarters(*, measures: tuple[str, ...], with_sample: bool, until: str = NEWEST) -> pd.DataFrame:
    """Return the quarters, newest first, in which any of these measures has a figure."""


@question
def samples() -> pd.DataFrame:
    """Return the sources of which fictitious figures are loaded."""


@question
def sectors() -> pd.DataFrame:
    """Return code and labels of the 24 sectors, in the order of SBI 2008."""


@question
def programmes(
    *,
    with_sample: bool,
    region_codes: tuple[str, ...] = (),
    province_codes: tuple[str, ...] = (),
) -> pd.DataFrame:
    """Return id and name of the programmes: those near first, fictitious ones last."""


@question
def search(*, with_sample: bool) -> pd.DataFrame:
    """Return what can be found by its name, with the page and the choice that answer it."""
