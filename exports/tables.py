"""Tables that leave as files."""

from __future__ import annotations

import pandas as pd

FORMULA_START = ("=", "+", "-", "@", "\t", "\r")


def dutch_csv(frame: pd.DataFrame) -> bytes:
    """Return a CSV that Dutch Excel opens right: ``;``, decimal comma, UTF-8 with BOM.

    Text that a spreadsheet would read as a formula gets an apostrophe before it; numbers stay
    numbers and a missing value stays empty beside its ``sign``.

    Args:
        frame: The answer to a question, with all its columns.
    """
    safe = frame.copy()
    for column in safe.select_dtypes(include=["object", "string"]):
        safe[column] = [
            f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_START) else value
            for value in safe[column]
        ]
    text: str = safe.to_csv(index=False, sep=";", decimal=",", lineterminator="\r\n")
    return text.encode("utf-8-sig")
