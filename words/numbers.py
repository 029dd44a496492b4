"""Numbers in Dutch; one format per suffix of a column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import pandas as pd
from babel.numbers import format_decimal

from words.marks import MISSING, PRECISION, SIGNS, is_missing
from words.periods import LOCALE, date, published_date

WHOLE_PERCENTAGES = {
    "term_passed_pct",
    "pace_pct",
}
FIGURES = {"open_vacancies", "vacancies_per_100_unemployed"}
ROUNDED = {"open_vacancies", "open_vacancies_year_before", "published"}
SIGNED = {"change", "difference"}


@lru_cache(maxsize=20_000)
def number(value: Any, *, signed: bool = False, decimals: int = 0) -> str:
    """Return a number the Dutch way: ``43.900``, signed ``+200``, ``3,1``; missing is a dash."""
    if is_missing(value):
        return MISSING
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    text = str(format_decimal(value, format=pattern, locale=LOCALE)).replace("-", "−")
    return f"+{text}" if signed and value > 0 else text


def percentage(value: object, *, decimals: int = 0) -> str:
    """Return a percentage the Dutch way, such as ``94%`` or ``3,1%``."""
    return MISSING if is_missing(value) else f"{number(value, decimals=decimals)}%"


def rate(
    row: pd.Series, name: str = "of_whole", part: str = "number", whole: str = "whole_number"
) -> str | None:
    """Return the rate of two rounded counts as the range that their rounding leaves: ``62–82%``.

    Of a small base both counts are said, ``25 van 35``; a rate that is not there is nothing.

    Args:
        row: A row with ``…_low_pct``, ``…_high_pct`` and ``…_pct_sign``.
        name: What stands for the dots.
        part: Column of the numerator.
        whole: Column of the denominator.
    """
    if row[f"{name}_pct_sign"] == "small_base":
        return f"{number(row[part])} van {number(row[whole])}"
    low, high = row[f"{name}_low_pct"], row[f"{name}_high_pct"]
    if is_missing(low) or is_missing(high):
        return None
    return percentage(high) if low == high else f"{number(low)}–{percentage(high)}"


def part_of(
    row: pd.Series, name: str = "of_whole", part: str = "number", whole: str = "whole_number"
) -> str:
    """Return a count with its rate, if there is one: ``185 (34–36% van 530)``; see ``rate``."""
    said, share = number(row[part]), rate(row, name, part, whole)
    if share is None:
        return said
    is_small = row[f"{name}_pct_sign"] == "small_base"
    return share if is_small else f"{said} ({share} van {number(row[whole])})"


def euro(value: object) -> str:
    """Return an amount in whole euros, such as ``€ 1.800.000``."""
    return MISSING if is_missing(value) else f"€\N{NO-BREAK SPACE}{number(value)}"


def euro_short(value: int) -> str:
    """Return an amount in millions where that loses nothing: ``€ 1,25 mln``, ``€ 800.000``."""
    hundredths, rest = divmod(value, 10_000)
    if value < 1_000_000 or rest:
        return euro(value)
    decimals = 0 if hundredths % 100 == 0 else 1 if hundredths % 10 == 0 else 2
    return f"€\N{NO-BREAK SPACE}{number(hundredths / 100, decimals=decimals)} mln"


def figure(
    row: pd.Series | Mapping[str, Any], column: str, precision_column: str = "precision"
) -> str:
    """Return a published figure with how precise it is: ``ten minste 1.300``.

    The suffix of its column says its unit; of a ``claimed`` figure no number is known.
    """
    if row[precision_column] == "claimed":
        return "geen aantal genoemd"
    if is_missing(row[column]):
        return MISSING
    write: Callable[[object], str] = euro if column.endswith("_eur") else number
    text = write(row[column])
    if column.endswith("_pct"):
        text += "%"
    return PRECISION.get(str(row[precision_column]), "") + text


def cell(column: str, value: Any, sign: object = None) -> str:
    """Return the text of a table cell, by the suffix of its column: ``_pct``, ``_eur``, ``_on``.

    The sign of the row explains a value that is missing or rounded away.
    """
    if column in ROUNDED and sign == "below_half_unit":
        return SIGNS["below_half_unit"]
    if is_missing(value):
        if isinstance(sign, str) and isinstance(value, (float, type(pd.NA), type(None))):
            return SIGNS[sign]
        if column in FIGURES:
            return "niet beschikbaar"
        return "niet vermeld" if column.endswith("_on") else MISSING
    if column == "published_on":
        return published_date(value)
    if column.endswith("_on"):
        return date(value)
    if isinstance(value, str):
        return value or MISSING
    if column.endswith("_pct"):
        return percentage(value, decimals=0 if column in WHOLE_PERCENTAGES else 1)
    if column.endswith("_eur"):
        return euro(value)
    return number(value, signed=column in SIGNED, decimals=_decimals(column, value))


def _decimals(column: str, value: Any) -> int:
    if column == "quoted_number":  # as many as the source printed
        return next(places for places in (0, 1, 2) if places == 2 or value == round(value, places))
    return 2 if column.endswith("_ratio") else int(column == "hourly_wage")


def is_number(column: pd.Series) -> bool:
    """Return whether a column is written flush right."""
    return bool(pd.api.types.is_numeric_dtype(column))
