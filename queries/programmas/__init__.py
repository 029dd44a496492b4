"""The questions of page ``programmas``; one function per ``.sql`` beside this file."""

from __future__ import annotations

import pandas as pd

from queries.question import question
from queries.reading import NEWEST


@question
def scoreboard(
    *,
    region_codes: tuple[str, ...],
    province_codes: tuple[str, ...],
    with_sample: bool,
    until: str = NEWEST,
) -> pd.DataFrame:
    """Return one row per programme with target, result, share, and result per 100 vacancies.

    Those of the regions come first (``is_near``), then those of which most is known; fictitious
    ones last.
    """


@question
def money(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return the euros of each programme, realised first, one row per amount of its own."""


@question
def list(*, with_sample: bool) -> pd.DataFrame:
    """Return one row per programme, oldest first, fictitious ones last."""


@question
def profile(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return the one row that describes this programme."""


@question
def targets(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return each target with its newest result and the share reached, or why there is none."""


@question
def results(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return each published result with its precision and moment."""


@question
def budgets(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return each published amount; ``is_rule`` marks bounds per voucher, person or trajectory."""


@question
def resources(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return what was deployed."""


@question
def partners(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return who takes part, payers first."""


@question
def sources(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return the publications about this programme, or its own registration."""


@question
def conflicts(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return the figures about which sources differ, one row per source."""


@question
def breakdown_sums(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return published totals whose published parts add up to something else."""


@question
def sector_split(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return how many placements were technical and of how many no sector is named."""


@question
def deliveries(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return the delivery that counts of each programme, and how much of it may be shown."""


@question
def realised(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return each target beside what the delivery counts, with the share or why there is none."""


@question
def pace(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return how far running programmes are, compared with an even course, per target."""


@question
def funnel(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return one row per step, from intake to outcome; a share is of ``out_of_label``."""


@question
def at_work(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return who works 6, 12 and 24 months later, of all who left; unknown stands apart."""


@question
def placement_rate(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return the gross placement rate per year of exit and over the whole term."""


@question
def employers(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return vacancies, filled or not, employers and match interviews, per year and in all."""


@question
def funders(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return per funder what is available, granted, paid and free."""


@question
def voucher_value(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return what was granted per voucher, with a range, beside the bounds of the rules."""


@question
def costs(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return what a voucher cost and what was budgeted per result, never added up."""


@question
def compare(*, programme_ids: tuple[str, ...], with_sample: bool) -> pd.DataFrame:
    """Return one row per programme, in the order asked, with its key figures."""


@question
def not_published(*, programme_id: str, with_sample: bool) -> pd.DataFrame:
    """Return what the sources about this programme never said."""


@question
def comparators(*, programme_id: str) -> pd.DataFrame:
    """Return figures of other schemes to hold a programme against, newest first."""


@question
def confidence(*, programme_id: str) -> pd.DataFrame:
    """Return how confident firms in its provinces were per quarter of 2020 and 2021."""


@question
def press(*, programme_id: str) -> pd.DataFrame:
    """Return figures of UWV that the press quoted about its regions while it ran."""


@question
def cells(
    *,
    programme_ids: tuple[str, ...],
    subject: str,
    dimension_1: str,
    dimension_2: str,
    period_kind: str,
    with_sample: bool,
) -> pd.DataFrame:
    """Return the protected cells of one table of each programme.

    ``subject`` is what is counted, such as ``voucher``, by at most two dimensions, such as
    ``field``, or empty; ``period_kind`` is ``all``, ``year``, or ``until_quarter`` for what there
    was up to its end.
    """
