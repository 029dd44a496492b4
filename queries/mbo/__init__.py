"""The questions of page ``mbo``; one function per ``.sql`` beside this file."""

from __future__ import annotations

import pandas as pd

from queries.question import question
from queries.reading import NEWEST


@question
def fields(*, with_sample: bool) -> pd.DataFrame:
    """Return the fields of study that can be chosen, the technical ones first."""


@question
def school_years(
    *,
    counted: str,
    region_codes: tuple[str, ...],
    field_code: str,
    with_sample: bool,
    until: str = NEWEST,
) -> pd.DataFrame:
    """Return the school years with ``students`` or ``graduates`` here, newest first."""


@question
def supply(
    *,
    counted: str,
    region_codes: tuple[str, ...],
    field_code: str,
    school_year: str,
    with_sample: bool,
) -> pd.DataFrame:
    """Return ``students`` or ``graduates`` per region, level and learning path in one year."""


@question
def supply_series(
    *,
    counted: str,
    region_codes: tuple[str, ...],
    field_code: str,
    with_sample: bool,
    until: str = NEWEST,
) -> pd.DataFrame:
    """Return ``students`` or ``graduates`` over all school years; a gap has no figure."""


@question
def older_students(*, with_sample: bool, until: str = NEWEST) -> pd.DataFrame:
    """Return what the older table of CBS says about students, for the whole country."""


@question
def work_places(
    *, region_codes: tuple[str, ...], school_year: str, with_sample: bool
) -> pd.DataFrame:
    """Return the students in bbl per region and field, a column per level."""


@question
def entrants(*, until: str = NEWEST) -> pd.DataFrame:
    """Return what those who entered mbo did a year before, in the newest school year."""


@question
def labour_regions(*, region_codes: tuple[str, ...], is_whole: bool) -> pd.DataFrame:
    """Return the arbeidsmarktregio's in this area, and the provinces outside that they lie in.

    ``is_whole`` says that the area consists of provinces; otherwise nothing lies outside.
    """


@question
def skill_vacancies(*, until: str = NEWEST) -> pd.DataFrame:
    """Return technical vacancies in Nederland per skill level of ISCO, editions apart."""


@question
def skill_as_mbo(*, until: str = NEWEST) -> pd.DataFrame:
    """Return which mbo levels the newest of these would ask for, by the assumption."""


@question
def education(*, isco_groups: tuple[str, ...], until: str = NEWEST) -> pd.DataFrame:
    """Return the measured education of who works in major groups of ISCO, newest year first."""


@question
def education_split(*, until: str = NEWEST) -> pd.DataFrame:
    """Return how all workers with mbo divide over mbo 2-3 and mbo 4, of one quarter."""


@question
def technical_inflow(*, until: str = NEWEST) -> pd.DataFrame:
    """Return which part of entrants chooses a technical field, per level, editions apart."""


@question
def technical_workers(*, until: str = NEWEST) -> pd.DataFrame:
    """Return how many people have a technical occupation, editions apart, newest first."""


@question
def technical_unemployment(*, until: str = NEWEST) -> pd.DataFrame:
    """Return how many percent of the technically educated is unemployed, editions apart."""


@question
def qualifications(*, words: str, order_by: str = "name") -> pd.DataFrame:
    """Return the technical qualifications that hold all words, by ``name``, level or domain."""


@question
def known() -> pd.DataFrame:
    """Return one row: for how many technical occupations the assumption leaves levels open."""
