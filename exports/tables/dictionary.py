"""What the columns of a file hold: name in Dutch, type, unit, explanation."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, NamedTuple

import pandas as pd

import words as nl
from words.labels import Label, label

UNITS = {"_pct": "procent", "_eur": "euro", "_km": "kilometer", "_px": "pixels"}
SIGNS = "; ".join(f"{code}: {word}" for code, word in nl.SIGNS.items() if word != "•")


class Column(NamedTuple):
    """A column of a file.

    Attributes:
        name: In the file.
        title: In Dutch; the name where there is none.
        kind: ``string``, ``integer``, ``number``, ``boolean``, ``date`` or ``datetime``.
        unit: What its figures count, in Dutch; empty for text and codes.
        description: What it holds, where the title does not say it all.
    """

    name: str
    title: str
    kind: str
    unit: str
    description: str


def columns(frame: pd.DataFrame) -> list[Column]:
    """Describe the columns of a frame, in their order.

    Args:
        frame: The answer to a question, whose ``attrs`` name the question.
    """
    return [_column(str(name), values, frame.attrs) for name, values in frame.items()]


def _column(name: str, values: pd.Series, asked: dict[Hashable, Any]) -> Column:
    found = label(name, asked.get("question", "")) or Label(name, "", "")
    said = found.description
    if name.endswith("sign"):
        said += f": {SIGNS}; withheld: niet getoond, om personen te beschermen"
    return Column(name, found.label, kind(name, values), _unit(name, values, found), said)


def kind(name: str, values: pd.Series) -> str:
    """Return the type of a column, as Table Schema names it."""
    if pd.api.types.is_bool_dtype(values):
        return "boolean"
    if pd.api.types.is_integer_dtype(values):
        return "integer"
    if pd.api.types.is_float_dtype(values):
        return "number"
    if pd.api.types.is_datetime64_any_dtype(values):
        return "datetime" if name.endswith("_at") else "date"
    return "string"


def _unit(name: str, values: pd.Series, found: Label) -> str:
    if pd.api.types.is_datetime64_any_dtype(values):
        return "dag"
    if not pd.api.types.is_numeric_dtype(values) or pd.api.types.is_bool_dtype(values):
        return ""
    return found.unit or next((unit for end, unit in UNITS.items() if name.endswith(end)), "")
