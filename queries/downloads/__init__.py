"""The questions of what leaves as a file; one function per ``.sql`` beside this file."""

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
def occupation_tension(
    *, province_codes: tuple[str, ...], quarter: str | None, with_sample: bool
) -> pd.DataFrame:
    """Return vacancies, short-term WW and tension per region and group, of one or all quarters."""


@question
def vacancies(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return the open vacancies per region, sector and quarter."""


@question
def field_tension(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return the sums per region, techniekdomein and quarter, with their bounds."""


@question
def cbs_tension(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return vacancies per 100 unemployed, per region and quarter."""


@question
def labour_force(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return labour force and unemployment per series, region and period."""


@question
def ww_benefits(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return persons with a WW benefit per region and month."""


@question
def employment(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return employed persons per occupation, region and period."""


@question
def mbo_students(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return students per region, level, learning path, field and school year."""


@question
def mbo_graduates(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return graduates per region, level, learning path, field and school year."""


@question
def national_vacancies(*, with_sample: bool) -> pd.DataFrame:
    """Return vacancies in the whole country per series, sector and period."""


@question
def created_vacancies(*, with_sample: bool) -> pd.DataFrame:
    """Return vacancies created in the whole country per sector and occupation."""


@question
def mbo_entrants(*, with_sample: bool) -> pd.DataFrame:
    """Return who entered mbo, by what they did a year before."""


@question
def programmes(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return one row per programme."""


@question
def targets(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return each target of each programme."""


@question
def results(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return each published result of each programme."""


@question
def budgets(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return each amount that the sources name for each programme."""


@question
def resources(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return what each programme deployed."""


@question
def partners(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return who takes part in each programme."""


@question
def programme_cells(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return the protected numbers of programmes that delivered."""


@question
def notes(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return what happened, when and where."""


@question
def occupations() -> pd.DataFrame:
    """Return the occupations of BRC 2014 with the mbo levels that they may hold."""


@question
def regions(*, province_codes: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return the regions of each municipality per year."""


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
