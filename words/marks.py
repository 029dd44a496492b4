"""What stands for a figure that is missing, estimated or fictitious."""

from __future__ import annotations

import numpy as np
import pandas as pd

from words.reference import codes

MISSING = "–"
PRECISION = {code: f"{label} " for code, label in codes("precision").items() if label}
SIGNS = {
    "missing": "ontbreekt",
    "secret": "geheim",
    "nil": "0",
    "below_half_unit": "minder dan 50",
    "below_ten": "minder dan 10",
    "not_applicable": "n.v.t.",
    "withheld": "•",
    "small_base": "noemer onder 50",
    "not_delivered": "niet aangeleverd",
    "conflict": "meer dan één bedrag",
}
STATUSES = {
    "published": "gepubliceerd",
    "estimated": "modelschatting",
    "sample": "VOORBEELD (fictief)",
}
SAMPLE = STATUSES["sample"]
MARK = "fictief"
YES_NO = {True: "ja", False: "nee"}


def is_missing(value: object) -> bool:
    """Return whether a cell of a frame holds nothing."""
    return value is None or bool(pd.isna(value))


def is_sample(frame: pd.DataFrame) -> pd.Series:
    """Return per row whether one of its figures is fictitious, as a ``status`` of it says."""
    found = np.zeros(len(frame), dtype=bool)
    for column in frame:
        if str(column).endswith("status"):
            found |= frame[column].eq("sample").to_numpy(dtype=bool, na_value=False)
    return pd.Series(found, index=frame.index)


def has_sample(rows: pd.DataFrame | pd.Series) -> bool:
    """Return whether any figure of a frame, or of one of its rows, is fictitious."""
    if isinstance(rows, pd.Series):
        named = rows.loc[[str(name).endswith("status") for name in rows.index]]
        return any(isinstance(value, str) and value == "sample" for value in named)
    statuses = [rows[column] for column in rows if str(column).endswith("status")]
    return any("sample" in values.unique() for values in statuses)


def marked(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a copy; with a fictitious row it has a first column that says of each row if it is."""
    copy = frame.copy()
    if has_sample(frame):
        copy.insert(0, MARK, is_sample(frame).map(YES_NO))
    return copy
