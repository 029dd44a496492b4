"""The questions of page ``aanleveren``; one function per ``.sql`` beside this file."""

from __future__ import annotations

import pandas as pd

from queries.question import question


@question
def counting(*, with_sample: bool) -> pd.DataFrame:
    """Return per programme the delivery that its figures count."""
