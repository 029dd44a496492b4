"""Which columns of a table are shown and what its cells say, alike on screen and in files."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ui import format as nl


def shown(frame: pd.DataFrame, columns: Sequence[str]) -> list[str]:
    """Return the columns that have something to say; the last and dates always have."""
    return [
        column
        for column in columns
        if frame[column].notna().any()
        or column == columns[-1]
        or column.endswith("_on")
        or "withheld" in signs(frame, column)
    ]


def signs(frame: pd.DataFrame, column: str) -> list[object]:
    """Return what explains the values of a column: its own ``_sign``, or that of the row.

    A name or text has none: what it says is not a figure that is missing.
    """
    if column.endswith(("_label", "_text", "_name")):
        return [None] * len(frame)
    for name in (f"{column}_sign", "sign"):
        if name in frame:
            return list(frame[name])
    return [None] * len(frame)


def texts(frame: pd.DataFrame, column: str) -> list[str]:
    """Return the cells of one column in Dutch."""
    return [
        nl.cell(column, value, sign)
        for value, sign in zip(frame[column], signs(frame, column), strict=True)
    ]
