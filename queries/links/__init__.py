"""The questions of links that keep; one function per ``.sql`` beside this file."""

from __future__ import annotations

import pandas as pd

from queries.question import question


@question
def revised(*, release_ids: tuple[str, ...], since_day: str, with_sample: bool) -> pd.DataFrame:
    """Return figures of the sources of these files that were revised after a day (ISO date).

    Of each table the three newest; ``figures_in_all`` counts all of them.
    """
