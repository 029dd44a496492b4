"""Which columns of a table are shown and what its cells say, alike on screen and in files."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

import words as nl
from answers.tables import signs_of


def shown(frame: pd.DataFrame, columns: Sequence[str]) -> list[str]:
    """Return the columns that have something to say; the last and dates always have.

    Args:
        frame: The answer to a question.
        columns: Those that can be shown, in order; one without a value or a hidden figure leaves.
    """
    return [
        column
        for column in columns
        if frame[column].notna().any()
        or column == columns[-1]
        or column.endswith("_on")
        or "withheld" in signs_of(frame, column)
    ]


def texts(frame: pd.DataFrame, column: str) -> list[str]:
    """Return the cells of one column in Dutch, one per row.

    Args:
        frame: The answer to a question, with the signs of its figures.
        column: Its suffix says the unit, see ``words.cell``.
    """
    return [
        nl.cell(column, value, sign)
        for value, sign in zip(frame[column], signs_of(frame, column), strict=True)
    ]
