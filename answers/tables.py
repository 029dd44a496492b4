"""The rows of a table as they leave: complete, marked, and never blank without a reason."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import PurePath

import numpy as np
import pandas as pd

import words as nl
from words.marks import MARK, YES_NO, has_sample, is_sample

FORMULA_START = ("=", "+", "-", "@", "\t", "\r")
WITHHELD = "niet getoond"
UNBOUNDED = "onbegrensd"
WORDS = {**nl.SIGNS, "withheld": WITHHELD}
NO_FIGURES = ("line", "decimals", "year", "position", "rank", "class")
BOUND = re.compile(r"_(low|high)_pct$")
PERIOD = re.compile(r"^\d{4}(KW\d\d|JJ00|SJ00|MM\d\d)$")
PERIOD_COLUMNS = ("period", "quarter", "school_year", "now_quarter", "last_quarter")


def signs_of(frame: pd.DataFrame, column: str) -> list[object]:
    """Return what explains the values of a column: its own ``_sign``, or that of the row.

    Both bounds of a percentage have its sign.

    A name or text has none: what it says is not a figure that is missing. Return a key of
    ``words.SIGNS`` or None per row.
    """
    of_both = BOUND.sub("_pct", column)
    names = [name for name in (f"{column}_sign", f"{of_both}_sign", "sign") if name in frame]
    if not names or column.endswith(("_label", "_text", "_name")):
        return [None] * len(frame)
    return list(frame[names[0]])


def shown(frame: pd.DataFrame, columns: Sequence[str]) -> list[str]:
    """Return the columns with a value or a hidden figure; the last and dates always stay."""
    return [
        column
        for column in columns
        if frame[column].notna().any()
        or column == columns[-1]
        or column.endswith("_on")
        or "withheld" in signs_of(frame, column)
    ]


def texts(frame: pd.DataFrame, column: str) -> list[str]:
    """Return the cells of one column in Dutch; its suffix says the unit, see ``words.cell``."""
    return [
        nl.cell(column, value, sign)
        for value, sign in zip(frame[column], signs_of(frame, column), strict=True)
    ]


def complete(frame: pd.DataFrame, releases: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of an answer with all that a reader elsewhere needs to judge them.

    Returns:
        Its columns, but for the text of a figure that stands there itself; after ``fictief``
        (``ja`` or ``nee``) and before ``source`` (publisher and table), ``retrieved_on`` and
        ``modified_on`` (days, of the file), each left out where the frame has a column of that
        name, and empty in a row that comes from no file. A list of codes becomes one text.
    """
    numeric = frame.select_dtypes("number").columns
    whole = frame.drop(columns=[f"{name}_text" for name in numeric if f"{name}_text" in frame])
    whole.attrs = frame.attrs
    for column in whole.columns[[values.dtype == object for _, values in whole.items()]]:
        if whole[column].map(lambda value: isinstance(value, (list, np.ndarray))).any():
            whole[column] = whole[column].map(_joined)
    whole.insert(0, MARK, is_sample(frame).map(YES_NO).astype(object))
    if "release_id" not in whole:
        return whole
    known = releases.set_index("release_id")
    named = known["publisher"] + known["table_id"].map(
        lambda table: "" if nl.is_missing(table) else f", {table}"
    )
    if "source" not in whole:
        whole["source"] = named.reindex(whole["release_id"]).to_numpy(object)
    for day in ("retrieved_on", "modified_on"):
        if day not in whole:
            days = pd.to_datetime(known[day]).reindex(whole["release_id"])
            whole[day] = days.to_numpy("datetime64[us]")
    return whole


def _joined(codes: object) -> object:
    return ", ".join(map(str, codes)) if isinstance(codes, (list, np.ndarray)) else codes


def for_people(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows for a spreadsheet: what is not there is said in Dutch, in its own cell.

    Text that a spreadsheet would read as a formula gets an apostrophe before it; numbers stay
    numbers. A range that nothing bounds ends in ``onbegrensd``.
    """
    whole = _explained(frame, WORDS)
    for column, values in whole.items():
        if values.dtype == bool or values.dtype == "boolean":
            whole[column] = values.astype(object).map(YES_NO).where(values.notna(), None)
        elif pd.api.types.is_float_dtype(values) and np.isinf(values.to_numpy(float)).any():
            whole[column] = values.astype(object).replace(np.inf, UNBOUNDED)
        elif values.dtype == object and not _is_text(frame[column]):
            infinite = values.map(lambda value: isinstance(value, float) and value == np.inf)
            whole[column] = values.mask(infinite.astype(bool), UNBOUNDED)
    return whole


def for_machines(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows for a program: a figure that is missing holds the code of its sign."""
    return _explained(frame, {code: code for code in WORDS})


def _explained(frame: pd.DataFrame, words: dict[str, str]) -> pd.DataFrame:
    columns = {}
    frame = frame.copy(deep=False)
    frame.attrs = {}  # pandas copies them with each column
    for name, values in frame.items():
        column = str(name)
        if is_figure(column, values) and values.isna().any():
            said = [
                value if is_known else words.get(str(sign))
                for value, sign, is_known in zip(
                    values, signs_of(frame, column), values.notna(), strict=True
                )
            ]
            values = pd.Series(said, index=frame.index, dtype=object)
        elif _is_text(values):
            starts = values.str.startswith(FORMULA_START, na=False)
            values = values.where(~starts, "'" + values).astype(object)
        elif values.dtype == object:
            values = values.map(_neutral).astype(object)
        columns[column] = values
    return pd.DataFrame(columns, index=frame.index)


def is_figure(name: str, values: pd.Series) -> bool:
    """Return whether a column holds figures, so that a sign can explain a missing one."""
    return (
        bool(pd.api.types.is_numeric_dtype(values))
        and not pd.api.types.is_bool_dtype(values)
        and name not in NO_FIGURES
    )


def _is_text(values: pd.Series) -> bool:
    return isinstance(values.dtype, pd.StringDtype)


def _neutral(value: object) -> object:
    if isinstance(value, str) and value.startswith(FORMULA_START):
        return f"'{value}"
    return value


def period_of(frame: pd.DataFrame) -> str:
    """Return the newest period in a frame, such as ``2026KW02``; empty without one."""
    found = [
        str(value)
        for column in PERIOD_COLUMNS
        if column in frame
        for value in frame[column].dropna().unique()
        if PERIOD.match(str(value))
    ]
    return max(found, default="")


def slug(text: str) -> str:
    """Return a text as part of the name of a file; codes of periods keep their capitals."""
    joined = text.lower().replace("'", "")
    plain = unicodedata.normalize("NFKD", joined).encode("ascii", "ignore").decode()
    joined = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return re.sub(r"(\d{4})(kw|jj|sj|mm)(\d\d)", lambda m: m[1] + m[2].upper() + m[3], joined)


def file_name(frame: pd.DataFrame, name: str) -> str:
    """Return the name of a file about ``Twente beroepen`` without its suffix.

    The newest period of the frame ends it, unless that stands in it; fictitious figures say so.
    """
    stem = slug(PurePath(name).name)
    period = "" if re.search(r"\d{4}(KW|JJ|SJ|MM)\d\d", stem) else period_of(frame)
    return file_name_of([stem], period, fictitious=has_sample(frame))


def file_name_of(about: Iterable[str], period: str, *, fictitious: bool) -> str:
    """Return the name of a file without its suffix, of what it is about and its period."""
    parts = ["VOORBEELD" if fictitious else "", "vakkrachtmonitor", *map(slug, about), period]
    return "_".join(part for part in parts if part)
