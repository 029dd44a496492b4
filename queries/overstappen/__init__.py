"""The questions of page ``overstappen``; one function per ``.sql`` beside this file."""

from __future__ import annotations

import pandas as pd

from queries.question import question, question_once


@question
def case(*, title: str, with_sample: bool) -> pd.DataFrame:
    """Return per publication the programme of which it is said that people moved to this title."""


@question
def towards(*, title: str, segment_codes: tuple[str, ...]) -> pd.DataFrame:
    """Return how near the occupations of these segments of BRC 2014 are to this title."""


@question
def candidates(
    *,
    uwv_group_code: str,
    region_code: str,
    quarter: str,
    with_neighbours: bool,
    with_sample: bool,
) -> pd.DataFrame:
    """Return the technical occupations, nearest to this one first, with their tension."""


@question
def steps(*, uwv_group_code: str, occupation_code: str) -> pd.DataFrame:
    """Return the parts of the nearness of a group of UWV to a technical group of BRC 2014."""


@question
def tension(
    *,
    occupation_code: str,
    region_code: str,
    quarter: str,
    with_neighbours: bool,
    with_sample: bool,
) -> pd.DataFrame:
    """Return the tension of a group of BRC 2014 in a region and, if wanted, its neighbours."""


@question
def instruments(*, region_code: str, with_neighbours: bool, with_sample: bool) -> pd.DataFrame:
    """Return the published bounds of vouchers and training in a region, running ones first."""


@question
def programmes(*, with_sample: bool) -> pd.DataFrame:
    """Return the programmes that delivered from where to where people went."""


@question
def flows(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return the protected numbers from each techniekdomein to each, never added up."""


@question
def arrivals(
    *, programme_id: str, region_code: str, quarter: str, with_sample: bool
) -> pd.DataFrame:
    """Return per techniekdomein who went there, beside its tension of the same kind of figure."""


@question
def techniques() -> pd.DataFrame:
    """Return the techniques and machines with the occupations that use them, and why."""


@question_once
def tailored(
    *,
    uwv_group_code: str,
    mbo_level: str,
    techniques: tuple[str, ...],
    region_code: str,
    quarter: str,
    with_neighbours: bool,
    with_sample: bool,
) -> pd.DataFrame:
    """Return the technical occupations that fit a person, best first; the answer is not kept.

    ``uwv_group_code`` is where someone comes from, or empty; ``mbo_level`` is ``mbo1``,
    ``mbo2_3``, ``mbo4``, ``hbo_plus`` or empty; ``techniques`` are those ticked.
    """
