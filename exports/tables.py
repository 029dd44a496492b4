"""Tables that leave as files."""

from __future__ import annotations

import numpy as np
import pandas as pd

SAMPLE = "VOORBEELD (fictief)"
MARK = "fictief"
FORMULA_START = ("=", "+", "-", "@", "\t", "\r")


def is_sample(frame: pd.DataFrame) -> pd.Series:
    """Return per row whether one of its figures is fictitious.

    Args:
        frame: The answer to a question; ``status`` and columns that end in ``_status`` say it.
    """
    found = np.zeros(len(frame), dtype=bool)
    for column in frame:
        if str(column).endswith("status"):
            found |= frame[column].eq("sample").to_numpy(dtype=bool, na_value=False)
    return pd.Series(found, index=frame.index)


def marked(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a copy; with a fictitious row it has a first column that says of each row if it is."""
    fictitious = is_sample(frame)
    copy = frame.copy()
    if fictitious.any():
        copy.insert(0, MARK, fictitious.map({True: "ja", False: "nee"}))
    return copy


def file_name(frame: pd.DataFrame, name: str) -> str:
    """Return the name of a file without its suffix; fictitious figures are called so."""
    return f"VOORBEELD_{name}" if is_sample(frame).any() else name


def dutch_csv(frame: pd.DataFrame) -> bytes:
    """Return a CSV that Dutch Excel opens right: ``;``, decimal comma, UTF-8 with BOM.

    Text that a spreadsheet would read as a formula gets an apostrophe before it; numbers stay
    numbers and a missing value stays empty beside its ``sign``. With a fictitious row the file has
    a column ``fictief`` that says of each row whether it is.

    Args:
        frame: The answer to a question, with all its columns.
    """
    safe = marked(frame)
    for column in safe.select_dtypes(include=["object", "string"]):
        safe[column] = [
            f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_START) else value
            for value in safe[column]
        ]
    text: str = safe.to_csv(index=False, sep=";", decimal=",", lineterminator="\r\n")
    return text.encode("utf-8-sig")
