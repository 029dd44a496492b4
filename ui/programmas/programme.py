"""The programme that a page is about, as it asks about it."""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

import queries


class Programme(NamedTuple):
    """A programme with what its sources say it is, and what it delivered.

    Attributes:
        id: Also begins the names of files.
        with_sample: Whether fictitious figures are wanted.
        profile: The row of ``programmas/profile``.
        delivery: The row of ``programmas/deliveries``, or none.
    """

    id: str
    with_sample: bool
    profile: pd.Series
    delivery: pd.DataFrame

    def one(self, question: Callable[..., pd.DataFrame], **asked: object) -> pd.DataFrame:
        """Return the answer to a question about one programme."""
        return question(programme_id=self.id, with_sample=self.with_sample, **asked)

    def some(
        self, question: Callable[..., pd.DataFrame], ids: tuple[str, ...] = ()
    ) -> pd.DataFrame:
        """Return the answer to a question about several: this one, unless others are named."""
        return question(programme_ids=ids or (self.id,), with_sample=self.with_sample)

    def cells(
        self, subject: str, dimension_1: str = "", dimension_2: str = "", period: str = "all"
    ) -> pd.DataFrame:
        """Return one table of its protected numbers; see ``programmas/cells``."""
        return queries.programmas.cells(
            programme_ids=(self.id,),
            subject=subject,
            dimension_1=dimension_1,
            dimension_2=dimension_2,
            period_kind=period,
            with_sample=self.with_sample,
        )


def of_id(programme_id: str, with_sample: bool) -> Programme:
    """Return a programme with what its sources say it is and what it delivered."""
    profile = queries.programmas.profile(programme_id=programme_id, with_sample=with_sample).iloc[0]
    delivery = queries.programmas.deliveries(programme_ids=(programme_id,), with_sample=with_sample)
    return Programme(programme_id, with_sample, profile, delivery)
